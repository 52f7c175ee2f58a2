import Foundation
import Testing
import TicTacToe
import UCI

@Suite struct EnginePoolTests {
  private static let introduction = """
    while read -r word rest; do
      case $word in
      uci) echo option name UCI_Variant type combo default tictactoe \
    var tictactoe; echo uciok ;;
      isready) echo readyok ;;
    """

  // An engine that takes the first of some squares that was not taken, and
  // does something else after a word.
  private func engine(_ go: String, else other: String = "") -> String {
    let script = """
      \(Self.introduction)
        position) line=$rest ;;
        go) \(go) ;;
        quit) exit 0 ;;
        \(other)
        esac
      done
      """
    return "sh -c '\(script)'"
  }

  private let plays = """
    for square in a1 b1 c1 a2 b2 c2 a3 b3 c3; do
      case $line in *@$square*) ;; *) echo bestmove P@$square; break ;; esac
    done
    """

  private func failure(
    of command: String,
    limit: Double = 20
  ) -> EngineFailure? {
    let pool = EnginePool(command: command, limit: limit)
    do throws(EngineFailure) {
      _ = try pool.move(inGame: 0, after: [Square(4)])
      return nil
    } catch { return error }
  }

  @Test func `it plays, restarts after a failure and ends with its pool`()
    throws
  {
    let path = NSTemporaryDirectory() + "noughts-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let note = "sh -c 'echo $PPID >>\(path)'"
    do {
      let pool = EnginePool(
        command: engine(
          "echo $$ >>\(path); case $line in *a1*c3*) kill -9 $$ ;; esac; \(plays)"
        ),
        limit: 20
      )
      _ = note
      let a1 = try Rules.ticTacToe.square(named: "a1")
      let c3 = try Rules.ticTacToe.square(named: "c3")
      #expect(try pool.move(inGame: 0, after: []) == a1)
      #expect(try pool.move(inGame: 1, after: [a1]) == Square(1))
      #expect(throws: EngineFailure.gone) {
        try pool.move(inGame: 0, after: [a1, c3])
      }
      pool.finish(game: 0)
      #expect(try pool.move(inGame: 2, after: []) == a1)
      pool.finish(game: 1)
      pool.finish(game: 2)
      pool.finish(game: 3)
    }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let processes = text.split(separator: "\n").compactMap { Int32($0) }
    #expect(Set(processes).count == 3, "two games at a time, one restart")
    for process in processes { #expect(kill(process, 0) != 0) }
  }
}
