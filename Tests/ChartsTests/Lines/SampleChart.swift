import Charts

/// Seven learning curves over a logarithmic axis.
let sampleChart = LineChart(
  title: "NashConv while learning, 7 losses",
  x: Axis("games", scale: .logarithmic),
  y: Axis("NashConv"),
  series: (0..<7).map { index in
    LineChart.Series(
      "loss \(index) <&>",
      (0..<20).map { step in
        let x = Double(512 << step) / Double(1 << (step / 2))
        let y = 1.92 / (1 + x / Double(2_000 * (index + 1)))
        return LineChart.Point(x, y, in: y * 0.9...y * 1.1)
      }
    )
  }
)
