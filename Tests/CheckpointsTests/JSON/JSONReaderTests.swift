import Checkpoints
import Testing

@Suite struct JSONReaderTests {
}
