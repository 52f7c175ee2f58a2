/// Boards within boards on one page: a square of a board holds a mark, or the
/// board on which the game goes on after a mark there.
///
/// The caller gives the marks their meaning; nothing here depends on the rules.
public struct BoardMap: Sendable {
  /// The shape of a mark.
  public enum Sign: Sendable { case cross, ring }

  /// The emphasis of a mark.
  public enum Weight: Sendable, Equatable, CaseIterable {
    /// Large and black.
    case heavy

    /// Smaller and thinner.
    case medium

    /// Smaller and gray.
    case light
  }

  public indirect enum Cell: Sendable, Equatable {
    case empty
    case mark(Sign, Weight)

    /// A white mark on red.
    case alarm(Sign)

    case board(Board)
  }

  public struct Board: Sendable, Equatable {
    /// The number of squares side by side.
    public let columns: Int

    /// The squares, row by row from the bottom left.
    public let cells: [Cell]

    /// The text that a browser shows for the board under the pointer.
    public var label = ""

    /// Whether heavy marks are red.
    public var isRed = false

    /// A square with a frame around it.
    public var outlined: Int?

    /// A stroke from the middle of one square to that of another.
    public var strike: ClosedRange<Int>?
    public var rows: Int { cells.count / columns }

    /// - Precondition: The cells fill one or more whole rows.
    public init(columns: Int, cells: [Cell]) {
      precondition(
        columns > 0 && !cells.isEmpty && cells.count % columns == 0,
        "\(cells.count) cells in \(columns) columns"
      )
      self.columns = columns
      self.cells = cells
    }
  }

  public struct Panel: Sendable, Equatable {
    /// A few words, large.
    public let heading: String

    /// A few more, small.
    public let note: String
    public let board: Board

    public init(_ heading: String, note: String, board: Board) {
      self.heading = heading
      self.note = note
      self.board = board
    }
  }

  /// An example with its meaning.
  public struct Key: Sendable, Equatable {
    public let text: String
    public let board: Board

    public init(_ text: String, board: Board) {
      self.text = text
      self.board = board
    }
  }

  /// The heading, one line.
  public let title: String

  /// A line beneath.
  public let subtitle: String

  /// The large boards, side by side.
  public let panels: [Panel]

  /// The examples that explain the boards.
  public let keys: [Key]

  /// - Precondition: There are one or two panels.
  public init(title: String, subtitle: String, panels: [Panel], keys: [Key]) {
    precondition(
      (1...2).contains(panels.count),
      "\(panels.count) panels on a page, expected 1 or 2"
    )
    self.title = title
    self.subtitle = subtitle
    self.panels = panels
    self.keys = keys
  }
}
