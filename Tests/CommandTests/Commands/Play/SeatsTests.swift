import Players
import TestSupport
import Testing
import TicTacToe

@testable import Command

@Suite struct SeatsTests {
  private let first = UniformPolicy.first

  @Test func `each side is a person's or a policy's`() {
    #expect(Seats.person(.x).isPerson(.x) && !Seats.person(.x).isPerson(.o))
    #expect(Seats.people.isPerson(.x) && Seats.people.isPerson(.o))
    let policies = Seats.policies(.o, other: UniformPolicy.center)
    #expect(!policies.isPerson(.x) && !policies.isPerson(.o))
    #expect(policies.policy(on: .x, of: first).name == "center")
    #expect(policies.policy(on: .o, of: first).name == "first")
    #expect(Seats.people.policy(on: .o, of: first).name == "first")
  }

  @Test func `seats are swapped`() {
    var person = Seats.person(.x)
    person.swap()
    #expect(person.isPerson(.o) && !person.isPerson(.x))
    var policies = Seats.policies(.x, other: UniformPolicy.center)
    policies.swap()
    #expect(policies.title(of: first) == "X center    O first")
  }

  @Test func `the end is told to whoever sits there`() {
    #expect(Seats.person(.o).verdict(.win(.o), of: first) == "You win as O.")
    #expect(Seats.person(.o).verdict(.win(.x), of: first) == "X wins.")
    #expect(Seats.people.verdict(.win(.x), of: first) == "X wins.")
    let policies = Seats.policies(.x, other: UniformPolicy.center)
    #expect(policies.verdict(.win(.o), of: first) == "O wins: center.")
    #expect(policies.verdict(.draw, of: first) == "It is a draw.")
    #expect(policies.note(on: .x, of: first) == " (first)")
    #expect(Seats.people.note(on: .x, of: first) == "")
  }

  @Test func `the keys and names are those of the board`() throws {
    let rules = try Rules(columns: 4, rows: 4, inARow: 4)
    let prompt = Seats.person(.x)
      .prompt(in: Position(rules: rules), width: 80)
    #expect(prompt == "your move [1-16, a1, hint, undo, ?]: ")
    #expect(
      Seats.people.help(on: rules)[0]
        == "1-16       play there, counted from the bottom left; or a1-d4, "
        + "top left"
    )
    #expect(
      PlayCommand.suggestion(for: "what", rules)
        == "expected 1-16, a1-d4 or a command; ? lists them"
    )
  }
}
