// swift-tools-version: 6.2
import PackageDescription

/// The architecture, lowest module first: each may import only what it names.
let modules: [(name: String, imports: [String])] = [
  ("TicTacToe", []),
  ("NeuralNetwork", []),
  ("Charts", []),
  ("Players", ["TicTacToe", "NeuralNetwork"]),
  ("Evaluation", ["TicTacToe", "Players"]),
  ("Checkpoints", ["TicTacToe", "NeuralNetwork", "Players"]),
  (
    "Training",
    ["TicTacToe", "NeuralNetwork", "Players", "Evaluation", "Checkpoints"]
  ),
  (
    "Tournament",
    ["TicTacToe", "NeuralNetwork", "Players", "Evaluation", "Checkpoints"]
  ),
  ("UCI", ["TicTacToe", "Players"]),
  (
    "Studies",
    [
      "TicTacToe", "NeuralNetwork", "Charts", "Players", "Evaluation",
      "Checkpoints", "Training",
    ]
  ),
]

let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func dependencies(_ names: [String]) -> [Target.Dependency] {
  names.map { .target(name: $0) }
}

let names = modules.map(\.name)

let package = Package(
  name: "Noughts",
  products: [
    .library(name: "Noughts", targets: names),
    .executable(name: "noughts", targets: ["noughts"]),
  ],
  targets: modules.flatMap { module in
    [
      Target.target(
        name: module.name,
        dependencies: dependencies(module.imports),
        swiftSettings: settings,
        linkerSettings: [.linkedLibrary("m")]
      ),
      Target.testTarget(
        name: "\(module.name)Tests",
        dependencies: dependencies(module.imports + [module.name]),
        swiftSettings: settings
      ),
    ]
  } + [
    .executableTarget(
      name: "noughts",
      dependencies: dependencies(names),
      swiftSettings: settings
    ),
    .testTarget(
      name: "noughtsTests",
      dependencies: dependencies(names + ["noughts"]),
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
