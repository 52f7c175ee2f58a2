import Numbers
import Tournament

/// The result of a match in a few lines.
struct MatchView {
  let match: MatchResult
  let names: [String]

  var lines: [String] { results + forfeits }

  /// The forfeits of external players, one line per reason.
  private var forfeits: [String] {
    match.forfeits.map { forfeit in
      let games = NumberFormat.grouped(forfeit.games)
      return "  \(forfeit.name) \(forfeit.reason): \(games) "
        + (forfeit.games == 1 ? "game lost" : "games lost")
    }
  }

  private var results: [String] {
    let total = match.total
    let games = "\(NumberFormat.grouped(total.games)) games"
    let counts =
      "won \(NumberFormat.grouped(total.win)) "
      + "drawn \(NumberFormat.grouped(total.draw)) "
      + "lost \(NumberFormat.grouped(total.loss))"
    let pairs = match.pentanomial.map(NumberFormat.grouped).joined(
      separator: " "
    )
    let head = "\(names[match.first]) against \(names[match.second])"
    let rest = "draws \(percent(match.drawRate)) · pairs \(pairs)"
    guard let rating = match.rating else {
      return [
        "\(head): \(games), \(counts)",
        "  both deterministic: each distinct game played once, nothing "
          + "estimated",
        "  \(rest)",
      ]
    }
    return [
      "\(head): \(games), \(counts)",
      "  Elo \(elo(rating)) · LOS \(los(rating.superiority))",
      "  \(rest) · distinct \(NumberFormat.grouped(match.distinctGames))",
    ]
  }

  private func elo(_ rating: Rating) -> String {
    let (value, low, high) = rating.elo
    switch rating.sweep {
    case .won: return "no loss seen" + (low.map { " (≥ \(signed($0)))" } ?? "")
    case .lost: return "no win seen" + (high.map { " (≤ \(signed($0)))" } ?? "")
    case nil: break
    }
    return switch (low, high) {
    case (let low?, let high?):
      "\(signed(value)) [\(signed(low)), \(signed(high))]"
    case (let low?, nil): "\(signed(value)) (≥ \(signed(low)))"
    case (nil, let high?): "\(signed(value)) (≤ \(signed(high)))"
    case (nil, nil): signed(value)
    }
  }

  private func signed(_ elo: Double) -> String {
    let text = NumberFormat.decimal(elo, places: 0)
    return elo > 0 && text != "0" ? "+\(text)" : text
  }

  /// Never quite sure: 100% would be a proof.
  private func los(_ superiority: Double) -> String {
    if superiority > 0.999 { return ">99.9%" }
    return superiority < 0.001 ? "<0.1%" : percent(superiority)
  }

  private func percent(_ share: Double) -> String {
    NumberFormat.percent(share, places: 1)
  }
}
