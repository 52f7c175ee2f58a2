// swift-tools-version: 6.2
import PackageDescription

/// The architecture, lowest module first: each may import only what it names.
let modules: [(name: String, imports: [String])] = [
  ("Numbers", []),
  ("TicTacToe", []),
  ("NeuralNetwork", []),
  ("Charts", ["Numbers"]),
  ("Players", ["TicTacToe", "NeuralNetwork"]),
  ("Evaluation", ["TicTacToe", "Players"]),
  ("Checkpoints", ["TicTacToe", "NeuralNetwork", "Players"]),
  ("Files", ["Checkpoints"]),
  (
    "Training",
    [
      "TicTacToe", "NeuralNetwork", "Players", "Evaluation", "Checkpoints",
      "Files",
    ]
  ),
  (
    "Tournament",
    [
      "Numbers", "TicTacToe", "NeuralNetwork", "Players", "Evaluation",
      "Checkpoints",
      "Files",
    ]
  ),
  ("UCI", ["TicTacToe", "Players"]),
  (
    "Experiments",
    [
      "Numbers", "TicTacToe", "NeuralNetwork", "Charts", "Players",
      "Evaluation",
      "Checkpoints", "Files", "Training",
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

/// What an app needs to load a policy and to play: no file system.
let playing = [
  "TicTacToe", "NeuralNetwork", "Players", "Evaluation", "Checkpoints",
]

let package = Package(
  name: "Noughts",
  products: [
    .library(name: "Noughts", targets: playing),
    .library(
      name: "NoughtsTraining",
      targets: playing + ["Numbers", "Files", "Training", "Tournament"]
    ),
    .executable(name: "noughts", targets: ["Command"]),
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
        dependencies: dependencies(
          module.imports + [module.name, "TestSupport"]
        ),
        swiftSettings: settings
      ),
    ]
  } + [
    .target(
      name: "TestSupport",
      dependencies: [
        "TicTacToe", "Players", "Evaluation", "Checkpoints", "Files",
        "Training",
        "Tournament",
      ],
      path: "Tests/TestSupport",
      swiftSettings: settings
    ),
    .executableTarget(
      name: "Command",
      dependencies: dependencies(names),
      swiftSettings: settings
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: dependencies(names + ["Command", "TestSupport"]),
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
