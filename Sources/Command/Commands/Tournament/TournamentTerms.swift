/// What the figures of a tournament mean, a sentence each.
enum TournamentTerms {
  static let all: [CommandSpecification.Term] = [
    .init(
      "score",
      "The mean result, win 1, draw 1/2, loss 0, over all opponents and both "
        + "seats, in percent."
    ),
    .init("worst", "The lowest score in one seat against one opponent."),
    .init(
      "NashConv",
      "What best-responding opponents win of it, summed over both seats, 0 "
        + "to 2; exact, 0 if nobody can beat it."
    ),
    .init("W D L", "The shares won, drawn and lost, in percent."),
    .init(
      "Elo",
      "The difference in strength a score stands for on the logistic scale, "
        + "after two more pairs won and two lost as a prior, with its 95% "
        + "interval."
    ),
    .init(
      "LOS",
      "The likelihood of superiority: how likely the first of the two is the "
        + "stronger one, by these games and the prior."
    ),
    .init(
      "pairs",
      "The pentanomial counts: how many pairs of games with one opening and "
        + "colours swapped gave 0, 1/2, 1, 1 1/2 and 2 points."
    ),
    .init(
      "95% interval",
      "Holds the true value in 95 of 100 such tournaments: of Elo by the mean "
        + "of pairs with the prior, of a share, in JSON, Wilson's."
    ),
    .init(
      "prior",
      "Two pairs won and two lost that are added to what was seen, so that "
        + "every figure exists."
    ),
    .init("draws", "The share of games drawn."),
    .init(
      "distinct",
      "How many games differ in a move or in who had X; a game repeated says "
        + "nothing new."
    ),
  ]
}
