import Testing

@testable import noughts

@Suite struct NoughtsTests {
}
