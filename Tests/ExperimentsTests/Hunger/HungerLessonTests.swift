import Experiments
import Foundation
import NeuralNetwork
import Players
import Testing
import Training

@Suite struct HungerLessonTests {
  // Right steps, and the step after which all was learned.
  private func trained(
    _ pay: HungerLesson.Pay,
    seed: UInt64
  ) -> (lesson: HungerLesson, right: Int, first: Int?) {
    var lesson = HungerLesson(pay: pay)
    var rng = SeededGenerator(seed: seed)
    var right = 0
    var first: Int?
    for step in 1...300 {
      right += lesson.step(using: &rng) ? 1 : 0
      if first == nil, lesson.isLearned { first = step }
    }
    return (lesson, right, first)
  }

  private func lesson(
    _ pay: HungerLesson.Pay,
    within bound: Float,
    using rng: inout SeededGenerator
  ) -> HungerLesson {
    var lesson = HungerLesson(pay: pay)
    lesson.network.parameters = (0..<2).map { _ in
      bound * (2 * rng.nextUnit() - 1)
    }
    return lesson
  }

  @Test func `40 seeds learn it, every step the right way`() {
    var slowest = 0
    for seed in 1...40 {
      let result = trained(.fair, seed: UInt64(seed))
      #expect(result.right == 300, "seed \(seed)")
      #expect(result.lesson.isLearned, "seed \(seed)")
      slowest = max(slowest, result.first ?? .max)
    }
    #expect(slowest <= 220)
  }

  @Test func `whichever place is drawn, the right one becomes likelier`() {
    var rng = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let start = lesson(.fair, within: 3, using: &rng)
      for hunger in 0...1 {
        let before = start.policy(hunger: hunger).probabilities[hunger]
        for place in 0...1 {
          var after = start
          after.learn(hunger: hunger, place: place)
          #expect(after.policy(hunger: hunger).probabilities[hunger] > before)
        }
      }
    }
  }

  @Test func `rewarded for everything, it does not learn`() {
    var learned = 0
    for seed in 1...40 {
      let result = trained(.always, seed: UInt64(seed))
      #expect(result.right < 300, "seed \(seed)")
      if result.lesson.isLearned { learned += 1 }
    }
    #expect(learned <= 2, "chance may divide the places rightly")
  }

  // J by a formula of its own, in Double.
  private func expectedReward(
    _ pay: HungerLesson.Pay,
    _ hunger: Int,
    _ w: Double,
    _ b: Double
  ) -> Double {
    let p = 1 / (1 + exp(-(w * Double(hunger) + b)))
    if pay == .always { return 1 }
    return hunger == 1 ? 2 * p - 1 : 1 - 2 * p
  }

  @Test(arguments: HungerLesson.Pay.allCases)
  func `the expected gradient is −dJ/dθ`(pay: HungerLesson.Pay) {
    var rng = SeededGenerator(seed: 9)
    for _ in 0..<50 {
      let start = lesson(pay, within: 2, using: &rng)
      let (w, b) = (
        Double(start.network.parameters[0]), Double(start.network.parameters[1])
      )
      for hunger in 0...1 {
        func slope(_ dw: Double, _ db: Double) -> Double {
          let above = expectedReward(pay, hunger, w + dw, b + db)
          return (above - expectedReward(pay, hunger, w - dw, b - db)) / 2e-5
        }
        let gradient = start.expectedGradient(hunger: hunger)
        #expect(abs(Double(gradient[0]) + slope(1e-5, 0)) < 1e-6)
        #expect(abs(Double(gradient[1]) + slope(0, 1e-5)) < 1e-6)
        let reward = Double(start.expectedReward(hunger: hunger))
        #expect(abs(reward - expectedReward(pay, hunger, w, b)) < 1e-6)
      }
    }
  }

  @Test func `at the start it is ½, away from the right place`() {
    let start = HungerLesson(pay: .fair)
    #expect(start.expectedGradient(hunger: 0) == [0, 0.5])
    #expect(start.expectedGradient(hunger: 1) == [-0.5, -0.5])
  }
}
