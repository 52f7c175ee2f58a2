#!/usr/bin/env python3
"""An independent judge of tic-tac-toe (m,n,k) policies.

  judge.py counts COLSxROWS:K             every position, counted and solved
  judge.py policy FILE                    every figure of a policy, exactly
  judge.py walk FILE [--limit N]          can its greedy moves be beaten?
  judge.py value COLSxROWS:K BOARD        one position and all its moves
  judge.py sample COLSxROWS:K COUNT SEED [--stones N]
                                          random positions, each solved

FILE is a policy file or `uniform:COLSxROWS:K`. A board is written by ranks
from the top: X.O/.../..X. A value is the mover's: 1 win, 0 draw, -1 loss. A
distance is the number of moves left while the winner hurries and the loser
delays (or both keep the draw); a move's own counts the move itself.

A position is a pair of sets of squares, as bits: (mover's, opponent's), where
the bit of column c and row r (from the bottom) is r * columns + c.
"""
import argparse
import json
import math
import random
import sys
from array import array
from operator import mul


def x_first(one, other):
    """From (mover, opponent) to (X, O), or back: both swap when O moves."""
    return ((one, other) if one.bit_count() == other.bit_count() else
            (other, one))


class Rules:
    def __init__(self, columns, rows, in_a_row):
        self.columns, self.rows, self.in_a_row = columns, rows, in_a_row
        self.size = columns * rows
        self.full = (1 << self.size) - 1
        self.lines = self.find_lines()
        self.through = [[line for line in self.lines if line >> square & 1]
                        for square in range(self.size)]
        # From square to square, in the order that breaks ties.
        self.symmetries = [
            [self.turned(square, mirrored, turns)
             for square in range(self.size)] for mirrored in (False, True)
            for turns in ((0, 1, 2, 3) if columns == rows else (0, 2))]
        self.images = [self.byte_tables(s) for s in self.symmetries]

    @staticmethod
    def parse(text):
        board, in_a_row = text.split(":")
        columns, rows = board.split("x")
        return Rules(int(columns), int(rows), int(in_a_row))

    def find_lines(self):
        lines = set()
        for start in range(self.size):
            row, column = divmod(start, self.columns)
            for right, up in (1, 0), (0, 1), (1, 1), (1, -1):
                cells = [(column + i * right, row + i * up)
                         for i in range(self.in_a_row)]
                if all(0 <= c < self.columns and 0 <= r < self.rows
                       for c, r in cells):
                    lines.add(sum(1 << r * self.columns + c for c, r in cells))
        return sorted(lines)

    def turned(self, square, mirrored, turns):
        row, column = divmod(square, self.columns)
        width, height = self.columns, self.rows
        if mirrored:
            column = width - 1 - column
        for _ in range(turns):  # a quarter anticlockwise
            column, row = height - 1 - row, column
            width, height = height, width
        return row * self.columns + column

    def byte_tables(self, symmetry):
        """For each byte of a set of squares, the image of its 256 values."""
        return [[sum(1 << symmetry[square] for square in self.squares(
            byte << first)) for byte in range(256)]
            for first in range(0, self.size, 8)]

    def image(self, number, squares):
        result = 0
        for table in self.images[number]:
            result |= table[squares & 255]
            squares >>= 8
        return result

    def canonical(self, mover, opponent):
        """The least image, and the number of the first symmetry to it.

        Bits r * (columns + 1) + c rank sets just as r * columns + c does:
        which of two sets is greater depends on the order of squares alone.
        """
        return min((self.image(number, mover), self.image(number, opponent),
                    number) for number in range(len(self.symmetries)))

    def has_line(self, squares, last=None):
        """Whether a line is in `squares` (through `last`, if it is given)."""
        lines = self.lines if last is None else self.through[last]
        return any(squares & line == line for line in lines)

    def squares(self, bits):
        return [square for square in range(self.size) if bits >> square & 1]

    def name(self, square):
        row, column = divmod(square, self.columns)
        return f"{chr(ord('a') + column)}{row + 1}"

    def read(self, text):
        ranks = text.split("/")[::-1]
        cells = "".join(ranks)
        if (len(ranks) != self.rows or set(cells) - set("XO.") or
                any(len(rank) != self.columns for rank in ranks)):
            sys.exit(f"not a board of this size: {text}")
        x, o = (sum(1 << square for square, cell in enumerate(cells)
                    if cell == stone) for stone in "XO")
        if x.bit_count() - o.bit_count() not in (0, 1):
            sys.exit(f"the stones do not alternate: {text}")
        return x_first(x, o)

    def write(self, mover, opponent):
        x, o = x_first(mover, opponent)
        cells = ["X" if x >> square & 1 else "O" if o >> square & 1 else "."
                 for square in range(self.size)]
        return "/".join("".join(cells[row * self.columns:][:self.columns])
                        for row in reversed(range(self.rows)))


# A result is one number: the less it is for the side to move, the better for
# the side that moved there, distance included. So a position's result comes
# from the least of its children's.
LOST, DRAWN, WON = 1, 64, 200  # LOST + distance, DRAWN + it, WON - it


def before(least_child):
    if least_child < DRAWN:
        return WON - (least_child - LOST + 1)
    if least_child < 128:
        return least_child + 1
    return LOST + (WON - least_child + 1)


def value_of(result):
    return -1 if result < DRAWN else 0 if result < 128 else 1


def distance_of(result):
    return (result - LOST, result - DRAWN, WON - result)[value_of(result) + 1]


class Solution:
    """All positions by brute force: a table with three states a square."""

    def __init__(self, rules):
        if rules.size > 16:
            sys.exit("the board has too many positions to enumerate")
        self.rules, self.sets = rules, range(1 << rules.size)
        self.moves = [[(1 << square, 3 ** square)
                       for square in rules.squares(bits)]
                      for bits in self.sets]
        self.index = [sum(power for _, power in moves)
                      for moves in self.moves]
        self.table = bytearray(3 ** rules.size)  # 0 where not reachable
        self.ends = {"X": 0, "O": 0, "drawn": 0}
        self.classes = self.classes_of_ends = 0
        self.by_value = {-1: 0, 0: 0, 1: 0}
        self.layers = []  # decisions by ply, mover << size | opponent
        self.enumerate()
        self.solve()
        self.decisions = sum(map(len, self.layers))

    def at(self, mover, opponent):
        """Where in the table a position is."""
        x, o = x_first(mover, opponent)
        return self.index[x] + 2 * self.index[o]

    def enumerate(self):
        rules, table, moves, size = (self.rules, self.table, self.moves,
                                     self.rules.size)
        full = rules.full
        won = bytearray(map(rules.has_line, self.sets))
        images = [array("L", (rules.image(number, bits) for bits in self.sets))
                  for number in range(1, len(rules.symmetries))]

        def is_least(mover, opponent):
            for image in images:
                other = image[mover]
                if other < mover or (other == mover and
                                     image[opponent] < opponent):
                    return False
            return True

        layer = array("Q", [0])
        for ply in range(size):
            self.layers.append(layer)
            following = array("Q")
            mine = 1 + ply % 2  # the digit of a stone: 1 for X, 2 for O
            for position in layer:
                mover, opponent = position >> size, position & full
                self.classes += is_least(mover, opponent)
                here = self.at(mover, opponent)
                for bit, power in moves[full ^ mover ^ opponent]:
                    child = here + power * mine
                    if table[child]:
                        continue
                    if won[mover | bit]:
                        table[child] = LOST
                        self.ends["XO"[ply % 2]] += 1
                    elif ply == size - 1:
                        table[child] = DRAWN
                        self.ends["drawn"] += 1
                    else:
                        table[child] = 255
                        following.append(opponent << size | mover | bit)
                        continue
                    self.classes_of_ends += is_least(opponent, mover | bit)
            layer = following

    def solve(self):
        table, moves = self.table, self.moves
        size, full = self.rules.size, self.rules.full
        for ply in reversed(range(size)):
            mine = 1 + ply % 2
            for position in self.layers[ply]:
                mover, opponent = position >> size, position & full
                here = self.at(mover, opponent)
                result = table[here] = before(min([
                    table[here + power * mine]
                    for _, power in moves[full ^ mover ^ opponent]]))
                self.by_value[value_of(result)] += 1


class Search:
    """The result of single positions, by search with a memory."""

    def __init__(self, rules):
        self.rules, self.known = rules, {}

    def result(self, mover, opponent):
        """Of a position in which no line stands."""
        rules, free = self.rules, self.rules.full ^ mover ^ opponent
        if not free:
            return DRAWN
        key = mover << rules.size | opponent
        if key not in self.known:
            self.known[key] = self.find(mover, opponent, rules.squares(free))
        return self.known[key]

    def find(self, mover, opponent, moves):
        rules = self.rules
        if not any(line & mover == 0 or line & opponent == 0
                   for line in rules.lines):
            return DRAWN + len(moves)  # nobody can win: the board fills
        if any(rules.has_line(mover | 1 << s, s) for s in moves):
            return WON - 1
        # Whatever leaves a threat standing loses in two. So two threats lose
        # in two, and against one every other move is no better than to block.
        threats = [s for s in moves if rules.has_line(opponent | 1 << s, s)]
        if len(threats) > 1:
            return LOST + 2
        return before(min(self.result(opponent, mover | 1 << s)
                          for s in threats or moves))

    def after(self, mover, opponent, square):
        """The result of a move, for the side that moves next."""
        mover |= 1 << square
        if self.rules.has_line(mover, square):
            return LOST
        return self.result(opponent, mover)


ACTIVATIONS = {"relu": lambda x: x if x > 0 else 0.0,
               "identity": lambda x: x, "tanh": math.tanh}


class Policy:
    """A network of a file, or the uniform policy."""

    def __init__(self, source):
        self.layers, self.canonical, self.known = None, False, {}
        if source.startswith("uniform:"):
            self.rules = Rules.parse(source[len("uniform:"):])
            return
        with open(source) as file:
            content = json.load(file)
        size = content["rules"]
        self.rules = Rules(size["columns"], size["rows"], size["inARow"])
        self.canonical = content["input"]["canonical"]
        understood = content["input"]["planes"] == ["mover", "opponent"]
        self.layers, width = [], 2 * self.rules.size
        for layer in content["layers"]:
            weights, biases = layer["weights"], layer["biases"]
            last = layer is content["layers"][-1]
            activation = ACTIVATIONS[layer.get(
                "activation", "identity" if last else "relu")]
            understood &= len(weights) == len(biases)
            understood &= all(len(row) == width for row in weights)
            self.layers.append((weights, biases, activation))
            width = len(biases)
        if not understood or width != self.rules.size:
            sys.exit(f"not a policy that is understood: {source}")
        self.columns = list(zip(*self.layers[0][0]))  # weights by input

    def network(self, mover, opponent):
        key = mover << self.rules.size | opponent
        if key in self.known:
            return self.known[key]
        if len(self.known) >= 200_000:
            self.known.clear()
        squares, size = self.rules.squares, self.rules.size
        inputs = squares(mover) + [size + s for s in squares(opponent)]
        _, biases, activation = self.layers[0]
        # The inputs are 0 or 1: the weighted sum is that of some columns.
        values = [activation(sum(terms)) for terms in
                  zip(biases, *(self.columns[i] for i in inputs))]
        for weights, biases, activation in self.layers[1:]:
            values = [activation(bias + sum(map(mul, row, values)))
                      for row, bias in zip(weights, biases)]
        self.known[key] = array("d", values)
        return self.known[key]

    def logits(self, mover, opponent):
        """The legal moves and their logits, in the order of the squares."""
        moves = self.rules.squares(self.rules.full ^ mover ^ opponent)
        if self.layers is None:
            return moves, [0.0] * len(moves)
        if not self.canonical:
            outputs = self.network(mover, opponent)
            return moves, [outputs[square] for square in moves]
        mover, opponent, number = self.rules.canonical(mover, opponent)
        outputs = self.network(mover, opponent)
        to_image = self.rules.symmetries[number]
        return moves, [outputs[to_image[square]] for square in moves]

    def greedy(self, mover, opponent):
        moves, logits = self.logits(mover, opponent)
        return moves[logits.index(max(logits))]


def counts(board, _):
    solution = Solution(Rules.parse(board))
    positions = solution.decisions + sum(solution.ends.values())
    classes = solution.classes + solution.classes_of_ends
    by_value, root = solution.by_value, solution.table[0]
    print(f"positions              {positions:,}\n"
          f"decisions              {solution.decisions:,}\n"
          f"positions by symmetry  {classes:,}\n"
          f"decisions by symmetry  {solution.classes:,}\n"
          f"won by X, by O, drawn  {solution.ends['X']:,} / "
          f"{solution.ends['O']:,} / {solution.ends['drawn']:,}\n"
          f"mover wins/draws/loses {by_value[1]:,} / {by_value[0]:,} / "
          f"{by_value[-1]:,}\n"
          f"empty board            value {value_of(root)}, "
          f"distance {distance_of(root)}")


class Figures:
    """All that is said of a policy, by one sweep from the last ply."""

    # What is known of a position, for the policy in one seat:
    # the opponent's best average against sampled and against greedy moves,
    # lost lines, and win, draw, loss against random and against perfect play.
    LOSS = (1, 1, 1, 0, 0, 1, 0, 0, 1)
    DRAW = (0, 0, 0, 0, 1, 0, 0, 1, 0)
    WIN = (-1, -1, 0, 1, 0, 0, 1, 0, 0)

    def __init__(self, policy):
        if policy.rules.size > 12:
            sys.exit("too large a board: up to 12 squares")
        self.policy, self.solution = policy, Solution(policy.rules)
        self.blunders = self.near_ties = self.telling_ties = 0
        self.passed_over = self.in_one = self.slower = self.hastened = 0
        self.mass = 0.0
        below = {}
        size, full = policy.rules.size, policy.rules.full
        for ply in reversed(range(size)):
            here = {}
            for position in self.solution.layers[ply]:
                mover, opponent = position >> size, position & full
                here[position] = self.visit(mover, opponent, ply % 2, below)
            below = here
        self.root = below[0]

    def visit(self, mover, opponent, side, below):
        solution, size = self.solution, self.policy.rules.size
        moves, logits = self.policy.logits(mover, opponent)
        results, futures = [], []
        for square in moves:
            after = mover | 1 << square
            result = solution.table[solution.at(opponent, after)]
            results.append(result)
            if result == LOST:  # the move has won
                futures.append((self.WIN, self.LOSS)[::1 - 2 * side])
            elif result == DRAWN:
                futures.append((self.DRAW, self.DRAW))
            else:
                futures.append(below[opponent << size | after])
        highest = max(logits)
        weights = [math.exp(logit - highest) for logit in logits]
        total = sum(weights)
        odds = [weight / total for weight in weights]
        choice = logits.index(highest)
        self.judge(results, logits, odds, choice)
        least = min(results)
        best = [i for i, result in enumerate(results) if result == least or
                value_of(result) == value_of(least) == 0]
        known = [None, None]
        seats = list(zip(*futures))
        mine, other = seats[side], seats[1 - side]  # by the policy's seat
        sampled = sum(map(mul, odds, (future[0] for future in mine)))
        known[side] = (sampled,) + mine[choice][1:]
        known[1 - side] = (
            max(future[0] for future in other),
            max(future[1] for future in other),
            sum(future[2] for future in other),
            *(sum(f[i] for f in other) / len(other) for i in (3, 4, 5)),
            *(sum(other[b][i] for b in best) / len(best) for i in (6, 7, 8)))
        return known

    def judge(self, results, logits, odds, choice):
        least, chosen = min(results), results[choice]
        bad = [value_of(result) > value_of(least) for result in results]
        self.blunders += bad[choice]
        self.mass += sum(p for p, is_bad in zip(odds, bad) if is_bad)
        self.in_one += least == LOST
        self.passed_over += least == LOST != chosen
        if chosen != least and not bad[choice]:
            self.slower += value_of(least) == -1
            self.hastened += value_of(least) == 1
        near = [bad[i] for i, logit in enumerate(logits)
                if logit >= logits[choice] - 1e-5]
        self.near_ties += len(near) > 1
        self.telling_ties += len(set(near)) > 1


def policy_figures(source, _):
    figures = Figures(Policy(source))
    solution, (x, o) = figures.solution, figures.root
    print(f"decisions          {solution.decisions:,}\n"
          f"greedy blunders    {figures.blunders:,}\n"
          f"probability of bad {figures.mass / solution.decisions:.6f} "
          "in the mean")
    for name, i in ("greedy", 1), ("sampled", 0):
        print(f"best reply         {name:7} gets {x[i]:+.6f} against X, "
              f"{o[i]:+.6f} against O; NashConv {x[i] + o[i]:.6f}")
    print(f"losing lines       {x[2]:,} as X, {o[2]:,} as O (greedy)")
    for name, i in ("random", 3), ("perfect", 6):
        for seat, known in ("X", x), ("O", o):
            win, draw, loss = (100 * share for share in known[i:i + 3])
            print(f"greedy as {seat} against {name:8}"
                  f"W {win:.4f} D {draw:.4f} L {loss:.4f} %")
    print(f"wins in one        {figures.passed_over:,} of {figures.in_one:,} "
          f"passed over\n"
          f"slower wins        {figures.slower:,} of "
          f"{solution.by_value[1]:,} (the win kept, not at its soonest)\n"
          f"hastened losses    {figures.hastened:,} of "
          f"{solution.by_value[-1]:,}\n"
          f"near ties          {figures.near_ties:,} decisions within 1e-5; "
          f"in {figures.telling_ties:,} of them it decides on a blunder")


def walk_seat(policy, seat, limit):
    """One seat's verdict: by plies, so the line found is a shortest one."""
    rules, walked, drawn = policy.rules, 0, 0
    layer = {(0, 0): None}
    if seat == 1:
        layer = {(0, 1 << s): None for s in range(rules.size)}
    came_from = dict(layer)

    def line_to(position):
        names = []
        while position is not None:
            earlier = came_from[position]
            names[:0] = [rules.name(s)
                         for now, then in zip(position, earlier or (0, 0))
                         for s in rules.squares(now ^ then)]
            position = earlier
        return " ".join(names)

    while layer:
        following = {}
        for position in layer:
            mover, opponent = position
            free = rules.full ^ mover ^ opponent
            if walked == limit:
                ply = rules.size - free.bit_count()
                return "undecided", f"{walked:,} positions, down to ply {ply}"
            walked += 1
            move = policy.greedy(mover, opponent)
            mover |= 1 << move
            if rules.has_line(mover, move):
                continue
            replies = rules.squares(free ^ 1 << move)
            drawn += len(replies) < 2
            for reply in replies:
                after = (mover, opponent | 1 << reply)
                came_from.setdefault(after, position)
                if rules.has_line(after[1], reply):
                    return "beatable", (f"{line_to(after)} "
                                        f"({walked:,} positions)")
                if len(replies) > 1:
                    following[after] = None
        layer = following
    return "unbeatable", (f"{walked:,} positions" +
                          ("" if drawn else ", every line is won"))


def walk(source, options):
    policy = Policy(source)
    for seat in 0, 1:
        verdict, reason = walk_seat(policy, seat, options.limit)
        print(f"{verdict} as {'XO'[seat]}: {reason}", flush=True)


def value(board, text, _):
    rules = Rules.parse(board)
    mover, opponent = rules.read(text)
    if rules.has_line(mover) or rules.has_line(opponent):
        sys.exit("the game is over")
    search = Search(rules)
    result = search.result(mover, opponent)
    print(f"value {value_of(result)} distance {distance_of(result)}")
    for square in rules.squares(rules.full ^ mover ^ opponent):
        result = search.after(mover, opponent, square)
        print(f"{rules.name(square)} {-value_of(result)} "
              f"{distance_of(result) + 1}")


def sample(board, count, seed, options):
    """Depth and moves are drawn anew where the game ends too soon."""
    rules, chance, written = Rules.parse(board), random.Random(int(seed)), 0
    while written < int(count):
        mover, opponent = 0, 0
        for _ in range(chance.randrange(options.stones, rules.size)):
            square = chance.choice(rules.squares(
                rules.full ^ mover ^ opponent))
            mover, opponent = opponent, mover | 1 << square
            if rules.has_line(opponent, square):
                break
        else:
            result = Search(rules).result(mover, opponent)
            print(rules.write(mover, opponent), value_of(result),
                  distance_of(result), flush=True)
            written += 1


def main():
    commands = {"counts": (counts, 1), "policy": (policy_figures, 1),
                "walk": (walk, 1), "value": (value, 2), "sample": (sample, 3)}
    parser = argparse.ArgumentParser(
        usage=__doc__[__doc__.index("judge.py"):])
    parser.add_argument("command", choices=commands)
    parser.add_argument("arguments", nargs="*")
    parser.add_argument("--limit", type=int, default=1_000_000)
    parser.add_argument("--stones", type=int, default=5)
    options = parser.parse_args()
    run, expected = commands[options.command]
    if len(options.arguments) != expected:
        parser.error("a wrong number of arguments")
    run(*options.arguments, options)


if __name__ == "__main__":
    main()
