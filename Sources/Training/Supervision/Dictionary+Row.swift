internal import TicTacToe

extension [Position: Int] {
  /// The row of a position; a new position gets the next one.
  mutating func row(of position: Position) -> (row: Int, isNew: Bool) {
    let row = self[position] ?? count
    return (row, updateValue(row, forKey: position) == nil)
  }
}
