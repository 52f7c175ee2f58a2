/// Boards within boards on one page: a square of a board holds a mark, or the
/// board on which the game goes on after a mark there.
///
/// What the marks mean is the caller's; nothing here knows a rule.
public struct BoardMap: Sendable {
  /// The shape of a mark.
  public enum Sign: Sendable, Equatable {
    /// Two strokes.
    case cross

    /// A circle.
    case ring
  }

  /// How much a mark stands out.
  public enum Weight: Sendable, Equatable, CaseIterable {
    /// Large and black.
    case heavy

    /// Smaller and thinner.
    case medium

    /// Smaller and gray.
    case light
  }

  /// What a square holds.
  public indirect enum Cell: Sendable, Equatable {
    /// Nothing.
    case empty

    /// A mark.
    case mark(Sign, Weight)

    /// A white mark on red: what should not happen.
    case alarm(Sign)

    /// A board.
    case board(Board)
  }

  /// A board.
  public struct Board: Sendable, Equatable {
    /// The number of squares side by side.
    public let columns: Int

    /// The squares, row by row from the bottom left.
    public let cells: [Cell]

    /// What a browser says of the board under the pointer.
    public var label = ""

    /// Whether heavy marks are red.
    public var isRed = false

    /// A square with a frame around it.
    public var outlined: Int?

    /// A stroke from the middle of one square to that of another.
    public var strike: ClosedRange<Int>?

    /// The number of rows.
    public var rows: Int { cells.count / columns }

    /// How many boards there are, this one and those within it.
    ///
    /// - Complexity: O(boards).
    public var count: Int {
      cells.reduce(1) { count, cell in
        guard case .board(let board) = cell else { return count }
        return count + board.count
      }
    }

    /// Creates a board.
    ///
    /// - Precondition: the cells fill at least one row and no part of one.
    public init(columns: Int, cells: [Cell]) {
      precondition(
        columns > 0 && !cells.isEmpty && cells.count % columns == 0,
        "\(cells.count) cells in \(columns) columns"
      )
      self.columns = columns
      self.cells = cells
    }
  }

  /// A large board with what is written over it.
  public struct Panel: Sendable, Equatable {
    /// A few words, large.
    public let heading: String

    /// A few more, small.
    public let note: String

    /// The board.
    public let board: Board

    /// Heads a board.
    public init(_ heading: String, note: String, board: Board) {
      self.heading = heading
      self.note = note
      self.board = board
    }
  }

  /// What a small example means.
  public struct Key: Sendable, Equatable {
    /// A few words.
    public let text: String

    /// The example.
    public let board: Board

    /// Explains an example.
    public init(_ text: String, board: Board) {
      self.text = text
      self.board = board
    }
  }

  /// What is shown, one line.
  public let title: String

  /// A line beneath.
  public let subtitle: String

  /// The large boards, side by side.
  public let panels: [Panel]

  /// How to read them.
  public let keys: [Key]

  /// Describes a page.
  ///
  /// - Precondition: there are one or two panels.
  public init(
    title: String,
    subtitle: String,
    panels: [Panel],
    keys: [Key]
  ) {
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
