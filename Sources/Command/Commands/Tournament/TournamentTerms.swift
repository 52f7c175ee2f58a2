/// The meaning of each figure of a tournament.
enum TournamentTerms {
  static let all: [CommandSpecification.Entry] = [
    .init(
      "score",
      "The mean result, win 1, draw 1/2, loss 0, over all opponents and both "
        + "seats, in percent."
    ),
    .init("worst", "The lowest score in one seat against one opponent."),
    .init(
      "NashConv",
      "The gains of the best replies to it, summed over both seats, 0 to 2; "
        + "exact, 0 if nobody can beat it."
    ),
    .init("W D L", "The shares won, drawn and lost, in percent."),
    .init(
      "Elo",
      "The difference in strength on the logistic scale, with the prior and "
        + "a 95% interval."
    ),
    .init(
      "LOS",
      "The likelihood of superiority: the probability that the first player "
        + "is stronger, by these games and the prior."
    ),
    .init(
      "pairs",
      "The pentanomial counts: the numbers of pairs of games, with one "
        + "opening and colors swapped, that gave 0, 1/2, 1, 1 1/2 and 2 points."
    ),
    .init(
      "95% interval",
      "It holds the true value in 95 of 100 such tournaments. For Elo it "
        + "follows from the mean of pairs; for a share, in JSON, it is Wilson's."
    ),
    .init(
      "prior",
      "Two pairs won and two lost, added to the games so that every figure "
        + "exists."
    ),
    .init("draws", "The share of games drawn."),
    .init(
      "distinct",
      "The number of games that differ in a move or in a seat; a repeated "
        + "game tells nothing new."
    ),
  ]
}
