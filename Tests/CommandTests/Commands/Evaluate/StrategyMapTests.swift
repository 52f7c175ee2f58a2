import Checkpoints
import Evaluation
import Files
import Foundation
import FoundationXML
import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct StrategyMapTests {
  private let champion = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "Policies/champion.json").path

  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "noughts-\(UUID().uuidString)")

  private func map(_ words: String...) throws -> Picture {
    try FileManager.default.createDirectory(
      at: folder,
      withIntermediateDirectories: true
    )
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "map.svg")
    let result = try runCommand(
      ["evaluate"] + words + ["--map", file.path]
    )
    #expect(result.exitCode == 0)
    #expect(result.errors == "wrote            \(file.path)\n")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        == ["map.svg"]
    )
    return try Picture(Data(contentsOf: file))
  }

  /// Where the policy has to reply, game by game, and the empty board in O.
  private func boards(of policy: any Policy) -> Int {
    let table = PolicyTable(of: policy)
    func count(_ number: Int, _ seat: Mark) -> Int {
      let space = table.graph
      guard space.outcomes[number] == nil else { return 0 }
      let position = space.positions[number]
      guard position.sideToMove != seat else {
        let move = table.greedyMove(number)
        return 1
          + (space.successor(of: number, after: move)
            .map { count($0, seat) } ?? 0)
      }
      return position.legalMoves.reduce(0) { sum, move in
        sum
          + (space.successor(of: number, after: move)
            .map { count($0, seat) } ?? 0)
      }
    }
    return count(0, .x) + count(0, .o) + 1
  }

  @Test func `the champion's map has every board and nothing red`() throws {
    let picture = try map(champion)
    let policy = try PolicyFile.read(champion).policy
    #expect(picture.boards == boards(of: policy))
    #expect(picture.titles.count == picture.boards - 1)
    #expect(Set(picture.titles).count == picture.titles.count)
    #expect(picture.alarms == 0 && picture.red == 0 && picture.outlines == 0)
    #expect(
      picture.texts.contains {
        $0.hasSuffix("champion.json is perfect: no opponent can beat it")
      }
    )
  }

  @Test(arguments: UniformPolicy.all.map(\.name))
  func `a map has a red square for every game lost`(name: String) throws {
    let policy = try #require(UniformPolicy.all.first { $0.name == name })
    let table = PolicyTable(of: policy)
    let picture = try map(name)
    #expect(picture.boards == boards(of: policy))
    let lost = [Mark.x, .o].reduce(0) {
      $0 + LosingLines(of: table.greedy, in: $1).count
    }
    let says = picture.texts.joined(separator: " ")
    #expect(says.contains("likeliest") == !table.isDeterministic)
    #expect(picture.alarms == lost)
    #expect((picture.red > 0) == (lost > 0))
    #expect(name != "first" || lost > 0)
    #expect(picture.outlines == 0)
  }

  @Test func `of two policies the differences are framed`() throws {
    let tables = [UniformPolicy.first, .center].map { PolicyTable(of: $0) }
    let differences = [Mark.x, .o].map {
      StrategyTree(of: tables[0], in: $0, comparedWith: tables[1]).root
        .differences
    }
    let picture = try map("first", "center")
    #expect(picture.outlines == differences.reduce(0, +))
    #expect(picture.outlines > 0)
    #expect(picture.texts.contains("center moves here instead"))
    #expect(try map("first", "first").outlines == 0)
  }

  @Test(arguments: [
    (["first", "--map", "first.json"], "does not end in .svg"),
    (["first", "--map", "map.svg", "--position", ".../.../..."], "exclude"),
    (["first", "center", "random", "--map", "map.svg"], "at most 2"),
  ])
  func `a map of nothing it can show is wrong usage`(
    words: [String],
    reason: String
  ) throws {
    let result = try runCommand(["evaluate"] + words)
    #expect(result.exitCode == 64)
    #expect(result.output == "")
    #expect(result.errors.contains(reason))
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test func `a map is replaced, and JSON stays one document`() throws {
    try FileManager.default.createDirectory(
      at: folder,
      withIntermediateDirectories: true
    )
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "map.svg")
    try Data("old".utf8).write(to: file)
    let result = try runCommand([
      "evaluate", "first", "--json", "--quiet", "--map", file.path,
    ])
    #expect(result.exitCode == 0 && result.errors == "")
    _ = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    #expect(try Picture(Data(contentsOf: file)).boards > 0)
  }

  @Test func `a map that cannot be written is 74`() throws {
    let result = try runCommand([
      "evaluate", "first", "--map", folder.path + "/none/map.svg",
    ])
    #expect(result.exitCode == 74)
    #expect(result.output == "")
    #expect(result.errors.contains("none/map.svg"))
  }
}

/// What a map shows, read by a parser.
private final class Picture: NSObject, XMLParserDelegate {
  private(set) var boards = 0
  private(set) var alarms = 0
  private(set) var red = 0
  private(set) var outlines = 0
  private(set) var titles: [String] = []
  private(set) var texts: [String] = []
  private var classes: [String] = []
  private var text = ""

  init(_ data: Data) throws {
    super.init()
    let parser = XMLParser(data: data)
    parser.delegate = self
    guard parser.parse() else {
      throw parser.parserError ?? CocoaError(.fileReadCorruptFile)
    }
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    let kind = attributes["class"] ?? ""
    classes.append(kind)
    text = ""
    guard classes.contains("panel") else { return }
    if kind == "board" { boards += 1 }
    if kind == "alarm" { alarms += 1 }
    if kind.hasPrefix("red") { red += 1 }
    if kind.hasPrefix("outline") { outlines += 1 }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    text += string
  }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    if name == "title", classes.contains("panel") { titles.append(text) }
    if name == "text" { texts.append(text) }
    classes.removeLast()
  }
}
