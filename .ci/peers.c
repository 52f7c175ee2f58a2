// The recipe of `noughts train` on 3×3 in plain C, to measure Noughts by: the
// same games of self-play from the same draws, the same losses, the same Adam,
// the same rounds of bad moves, the same proofs. Only sums are taken in another
// order, so that runs part after some thousand games. Not here: NashConv and
// the other figures of a report, metrics, checkpoints to resume from, checks
// for divergence, other boards and options, and files waited for until they
// are on the disk.
//
// Usage: peers GOAL SEED GAMES [FILE]
//   GOAL   unbeatable, perfect, or games: no evaluation before the last
//   GAMES  the budget, over which the schedules run
//   FILE   receives the weights, a line each
// -DALL_ACTIONS builds `--actions all --negatives none` instead of the default.
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  squares = 9,
  inputs = 2 * squares,
  hidden = 128,
  batch = 16,
  openingPlies = 7,
  evaluateEvery = 1024,
  mostRounds = 12,
  mostSteps = 10,
  mostAnchors = 32,
  boards = 1 << squares,
  classes = 765,
};

#ifdef ALL_ACTIONS
static const bool allActions = true, negatives = false;
static const float firstRate = 0.02f, firstEntropy = 0.5f, lastEntropy = 0.05f;
#else
static const bool allActions = false, negatives = true;
static const float firstRate = 0.012f, firstEntropy = 0.2f,
                   lastEntropy = 0.002f;
#endif
static const float lastRate = 0.0005f, entropyDecay = 0.5f, exploration = 0.5f,
                   explorationFloor = 0.01f, discount = 0.95f,
                   leastMeanRate = 0.05f, floorOfAscent = 0.2f, anchor = 3,
                   unlearningRate = 0.015f;

// xoshiro256** of Blackman & Vigna, seeded by SplitMix64; a stream for each
// game.

typedef struct {
  uint64_t s[4];
} Random;

static uint64_t mix(uint64_t *state) {
  uint64_t z = *state += 0x9e3779b97f4a7c15;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
  z = (z ^ z >> 27) * 0x94d049bb133111eb;
  return z ^ z >> 31;
}

static Random stream(uint64_t seed, uint64_t number) {
  uint64_t state = seed;
  state = mix(&state) + number * 0xd1290d3a79c9e1b5;
  Random r;
  for (int i = 0; i < 4; i++) r.s[i] = mix(&state);
  return r;
}

static inline uint64_t rotated(uint64_t x, int bits) {
  return x << bits | x >> (64 - bits);
}

static inline uint64_t next(Random *r) {
  uint64_t *s = r->s, result = rotated(s[1] * 5, 7) * 9, shifted = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = rotated(s[3], 45);
  return result;
}

static inline int below(Random *r, int bound) {
  return (int)((unsigned __int128)next(r) * (uint64_t)bound >> 64);
}

static inline float unit(Random *r) {
  return (float)(next(r) >> 40) * 0x1p-24f;
}

// The game, up to symmetry: a class is the pair (mover, opponent) that is least
// among its images. Boards are sets of squares, bit i standing for square i.

enum { lost = -1, drawn = 0, open = 2 };  // for the side to move

static uint16_t mover[classes], opponent[classes];
static uint16_t legal[classes], best[classes];
static int8_t outcome[classes], value[classes];
static bool isForced[classes];  // every move allows an immediate loss
static int16_t after[classes][squares];
static int classCount;

static bool hasLine[boards];
static int ternary[boards];     // with a 1 for each stone
static int16_t classOf[19683];  // by ternary[mover] + 2 ternary[opponent]
static uint16_t images[8][boards];

static inline int classFor(int own, int other) {
  return classOf[ternary[own] + 2 * ternary[other]];
}

static int numbered(int own, int other) {
  if (classFor(own, other) >= 0) return classFor(own, other);
  int least = own << squares | other;
  for (int s = 0; s < 8; s++) {
    int image = images[s][own] << squares | images[s][other];
    if (image < least) least = image;
    classOf[ternary[images[s][own]] + 2 * ternary[images[s][other]]] =
        (int16_t)classCount;
  }
  mover[classCount] = (uint16_t)(least >> squares);
  opponent[classCount] = (uint16_t)(least & (boards - 1));
  return classCount++;
}

static void buildGame(void) {
  static const int lines[8] = {0007, 0070, 0700, 0111, 0222, 0444, 0421, 0124};
  for (int board = 0; board < boards; board++) {
    for (int i = 0; i < 8; i++)
      hasLine[board] |= (board & lines[i]) == lines[i];
    int weight = 1;
    for (int i = 0; i < squares; i++, weight *= 3) {
      if (!(board >> i & 1)) continue;
      ternary[board] += weight;
      for (int s = 0; s < 8; s++) {
        int column = i % 3, row = i / 3;
        if (s & 4) column = 2 - column;
        if (s & 2) row = 2 - row;
        int image = s & 1 ? column * 3 + row : row * 3 + column;
        images[s][board] |= (uint16_t)(1 << image);
      }
    }
  }
  memset(classOf, -1, sizeof classOf);
  numbered(0, 0);
  for (int n = 0; n < classCount; n++) {
    int own = mover[n], other = opponent[n], all = own | other;
    outcome[n] = hasLine[other] ? lost : all == boards - 1 ? drawn : open;
    if (outcome[n] == open) legal[n] = (uint16_t)(~all & (boards - 1));
    for (int a = 0; a < squares; a++)
      after[n][a] =
          legal[n] >> a & 1 ? (int16_t)numbered(other, own | 1 << a) : -1;
  }
  for (int n = classCount - 1; n >= 0; n--) {
    value[n] = outcome[n];
    if (outcome[n] != open) continue;
    value[n] = -1;
    isForced[n] = true;
    for (int a = 0; a < squares; a++) {
      if (after[n][a] < 0) continue;
      int next = after[n][a], worth = -value[next];
      if (worth > value[n]) value[n] = (int8_t)worth, best[n] = 0;
      if (worth == value[n]) best[n] |= (uint16_t)(1 << a);
      bool loses = false;
      for (int b = 0; b < squares; b++)
        if (after[next][b] >= 0) loses |= outcome[after[next][b]] == lost;
      isForced[n] &= loses;
    }
  }
}

// The network and its optimizer.

typedef struct {
  _Alignas(64) float first[inputs][hidden];
  float firstBias[hidden], second[squares][hidden], secondBias[squares];
} Network;

enum { parameters = inputs * hidden + hidden + squares * hidden + squares };

typedef struct {
  Network means, squaresOfGradients;
  double meanPower, squarePower;
} Adam;

static Network network, gradient;
static Adam learning, unlearning;

// What is computed of a position: the hidden layer, the masked softmax of the
// logits, and the gradient of the loss by logit.
typedef struct {
  _Alignas(64) float hidden[hidden];
  float p[squares], log[squares], slope[squares];
  int class;
} Row;

static void evaluate(Row *row, int n) {
  float *h = row->hidden, *z = row->log;
  row->class = n;
  memcpy(h, network.firstBias, sizeof row->hidden);
  for (int m = mover[n]; m; m &= m - 1) {
    const float *w = network.first[__builtin_ctz((unsigned)m)];
    for (int j = 0; j < hidden; j++) h[j] += w[j];
  }
  for (int m = opponent[n]; m; m &= m - 1) {
    const float *w = network.first[squares + __builtin_ctz((unsigned)m)];
    for (int j = 0; j < hidden; j++) h[j] += w[j];
  }
  for (int j = 0; j < hidden; j++) h[j] = h[j] > 0 ? h[j] : 0;
  for (int a = 0; a < squares; a++) {
    float sum = network.secondBias[a];
    for (int j = 0; j < hidden; j++) sum += h[j] * network.second[a][j];
    z[a] = sum;
  }
}

static int likeliest(const Row *row) {
  int choice = -1;
  for (int m = legal[row->class]; m; m &= m - 1) {
    int a = __builtin_ctz((unsigned)m);
    if (choice < 0 || row->log[a] > row->log[choice]) choice = a;
  }
  return choice;
}

static void normalize(Row *row) {
  float greatest = row->log[likeliest(row)], total = 0;
  for (int a = 0; a < squares; a++) {
    row->p[a] = 0;
    if (!(legal[row->class] >> a & 1)) {
      row->log[a] = 0;
      continue;
    }
    row->log[a] -= greatest;
    row->p[a] = expf(row->log[a]);
    total += row->p[a];
  }
  float logTotal = logf(total), inverse = 1 / total;
  for (int a = 0; a < squares; a++) {
    row->p[a] *= inverse;
    if (legal[row->class] >> a & 1) row->log[a] -= logTotal;
  }
}

// Adds a row's part to the gradient by the parameters.
static void propagate(const Row *row) {
  _Alignas(64) float back[hidden] = {0};
  const float *h = row->hidden;
  for (int a = 0; a < squares; a++) {
    float slope = row->slope[a];
    gradient.secondBias[a] += slope;
    for (int j = 0; j < hidden; j++) {
      gradient.second[a][j] += slope * h[j];
      back[j] += slope * network.second[a][j];
    }
  }
  for (int j = 0; j < hidden; j++) {
    back[j] = h[j] > 0 ? back[j] : 0;
    gradient.firstBias[j] += back[j];
  }
  for (int m = mover[row->class]; m; m &= m - 1) {
    float *w = gradient.first[__builtin_ctz((unsigned)m)];
    for (int j = 0; j < hidden; j++) w[j] += back[j];
  }
  for (int m = opponent[row->class]; m; m &= m - 1) {
    float *w = gradient.first[squares + __builtin_ctz((unsigned)m)];
    for (int j = 0; j < hidden; j++) w[j] += back[j];
  }
}

// Kingma & Ba (2015), with the corrections in the rate; clears the gradient.
static void step(Adam *adam, float learningRate) {
  adam->meanPower *= 0.9f;
  adam->squarePower *= 0.999f;
  double root = sqrt(1 - adam->squarePower);
  float rate = (float)(learningRate * root / (1 - adam->meanPower));
  float epsilon = 1e-8f * (float)root;
  float *w = (float *)&network, *g = (float *)&gradient;
  float *m = (float *)&adam->means, *v = (float *)&adam->squaresOfGradients;
  for (int i = 0; i < parameters; i++) {
    m[i] = 0.9f * m[i] + 0.1f * g[i];
    v[i] = 0.999f * v[i] + 0.001f * g[i] * g[i];
    w[i] -= rate * m[i] / (sqrtf(v[i]) + epsilon);
    g[i] = 0;
  }
}

static void restart(Adam *adam) {
  memset(adam, 0, sizeof *adam);
  adam->meanPower = adam->squarePower = 1;
}

static void buildNetwork(uint64_t seed) {
  Random r = stream(seed, 0);
  float bound = sqrtf(3 * 2 / (float)squares);
  for (int i = 0; i < inputs; i++)
    for (int j = 0; j < hidden; j++)
      network.first[i][j] = bound * (2 * unit(&r) - 1);
  bound = sqrtf(3 * 0.01f / (float)hidden);
  for (int j = 0; j < hidden; j++)
    for (int a = 0; a < squares; a++)
      network.second[a][j] = bound * (2 * unit(&r) - 1);
  restart(&learning);
}

// Self-play: all games of an update side by side, each position met evaluated
// once.

typedef struct {
  Random random;
  int class, row, plies;
  bool explores, isWon;  // the next move is random; the last move won
  int16_t rows[squares], actions[squares];
  bool explored[squares];
} Game;

static Row rows[classes];
static int rowCount;
static int16_t rowOf[classes];  // −1: not met in these games
static Game games[batch];
static float means[classes];  // the baseline
static int counts[classes];

static int nthSquare(int board, int n) {
  while (n--) board &= board - 1;
  return __builtin_ctz((unsigned)board);
}

// Starts a game after 0…7 random moves that do not end it.
static void begin(Game *game) {
  int own, other;
  bool isOver;
  do {
    own = other = 0;
    isOver = false;
    for (int left = below(&game->random, openingPlies + 1); left && !isOver;
         left--) {
      int empty = ~(own | other) & (boards - 1);
      int moves = __builtin_popcount((unsigned)empty);
      int moved = own | 1 << nthSquare(empty, below(&game->random, moves));
      own = other;
      other = moved;
      isOver = hasLine[other] || (own | other) == boards - 1;
    }
  } while (isOver);
  game->class = classFor(own, other);
}

static int draw(const Row *row, float remaining) {
  int choice = -1;
  for (int m = legal[row->class]; m; m &= m - 1) {
    int a = __builtin_ctz((unsigned)m);
    if (!(row->p[a] > 0)) continue;
    choice = a;
    remaining -= row->p[a];
    if (remaining < 0) break;
  }
  return choice;
}

static void play(uint64_t seed, long first, int count) {
  Game *live[batch];
  int liveCount = count;
  for (int r = 0; r < rowCount; r++) rowOf[rows[r].class] = -1;
  rowCount = 0;
  for (int i = 0; i < count; i++) {
    Game *game = live[i] = &games[i];
    game->random = stream(seed, (uint64_t)(first + i) + 1);
    begin(game);
    game->explores = unit(&game->random) < exploration;
    game->plies = 0;
    game->isWon = false;
  }
  while (liveCount) {
    int known = rowCount, left = 0;
    for (int i = 0; i < liveCount; i++) {
      int n = live[i]->class;
      if (rowOf[n] < 0) {
        rows[rowCount].class = n;
        rowOf[n] = (int16_t)rowCount++;
      }
      live[i]->row = rowOf[n];
    }
    for (int r = known; r < rowCount; r++) {
      evaluate(&rows[r], rows[r].class);
      normalize(&rows[r]);
    }
    for (int i = 0; i < liveCount; i++) {
      Game *game = live[i];
      int moves = legal[game->class], action;
      if (game->explores)
        action = nthSquare(
            moves,
            below(&game->random, __builtin_popcount((unsigned)moves)));
      else
        action = draw(&rows[game->row], unit(&game->random));
      game->rows[game->plies] = (int16_t)game->row;
      game->actions[game->plies] = (int16_t)action;
      game->explored[game->plies++] = game->explores;
      game->explores = false;
      game->class = after[game->class][action];
      if (outcome[game->class] == open)
        live[left++] = game;
      else
        game->isWon = outcome[game->class] == lost;
    }
    liveCount = left;
  }
}

// Learning from the games just played.

static float discounts[squares];  // signed: from the mover's side

static void push(Row *row, int action, float weight) {
  for (int a = 0; a < squares; a++) row->slope[a] -= weight * row->p[a];
  row->slope[action] += weight;
}

static void learn(int count, float learningRate, float entropy) {
  static float visits[batch * squares];
  int total = 0;
  for (int r = 0; r < rowCount; r++) {
    visits[r] = 0;
    memset(rows[r].slope, 0, sizeof rows[r].slope);
  }
  for (int i = 0; i < count; i++) {
    const Game *game = &games[i];
    total += game->plies;
    for (int t = 0; t < game->plies; t++) {
      Row *row = &rows[game->rows[t]];
      int action = game->actions[t];
      float result = game->isWon ? discounts[game->plies - 1 - t] : 0;
      visits[game->rows[t]]++;
      if (!allActions) {
        float advantage = result - means[row->class];
        bool isRare = game->explored[t] && advantage < 0 &&
                      row->p[action] < explorationFloor;
        if (!isRare) push(row, action, -advantage);
      }
      if (game->explored[t]) continue;
      float rate = 1 / (float)++counts[row->class];
      if (rate < leastMeanRate) rate = leastMeanRate;
      means[row->class] += rate * (result - means[row->class]);
    }
  }
  for (int i = 0; negatives && i < count; i++) {
    const Game *game = &games[i];
    if (!game->isWon || game->plies < 2) continue;
    Row *row = &rows[game->rows[game->plies - 2]];
    int action = game->actions[game->plies - 2];
    if (!isForced[row->class] && row->p[action] > floorOfAscent)
      push(row, action, 1);
  }
  float scale = 1 / (float)total;
  for (int r = 0; r < rowCount; r++) {
    Row *row = &rows[r];
    float sumOfLogs = 0, expected = 0, worth[squares] = {0};
    for (int a = 0; a < squares; a++) sumOfLogs += row->p[a] * row->log[a];
    for (int a = 0; allActions && a < squares; a++) {
      int next = after[row->class][a];
      if (next >= 0)
        worth[a] = outcome[next] == lost    ? 1
                   : outcome[next] == drawn ? 0
                                            : -discount * means[next];
      expected += row->p[a] * worth[a];
    }
    for (int a = 0; a < squares; a++) {
      float slope = entropy * (row->log[a] - sumOfLogs);
      if (allActions) slope += expected - worth[a];
      row->slope[a] += visits[r] * row->p[a] * slope;
      row->slope[a] *= scale;
    }
    propagate(row);
  }
  step(&learning, learningRate);
}

// The exact evaluation: the likeliest moves, those by which play can beat them,
// and those that lower the value.

static int8_t choices[classes], beaten[classes];
static bool isBad[classes];

// Whether some line from a class on beats the policy, no move of its own being
// to blame from there on; marks the moves to blame.
static bool isBeaten(int n, bool isPolicys) {
  if (outcome[n] != open) return isPolicys && outcome[n] == lost;
  if (beaten[n] >= 0) return beaten[n];
  bool result = false;
  if (isPolicys) {
    result = isBeaten(after[n][choices[n]], false);
    if (result && value[n] != lost) {
      isBad[n] = true;
      result = false;
    }
  } else {
    for (int m = legal[n]; m; m &= m - 1)
      result |= isBeaten(after[n][__builtin_ctz((unsigned)m)], true);
  }
  beaten[n] = result;
  return result;
}

// Marks the bad moves that the goal asks for and counts them: without any, the
// goal is proven, the empty board being lost for nobody.
static int judge(bool asksForPerfect) {
  Row row;
  int count = 0;
  for (int n = 0; n < classCount; n++) {
    isBad[n] = false;
    if (outcome[n] != open) continue;
    evaluate(&row, n);
    choices[n] = (int8_t)likeliest(&row);
  }
  for (int seat = 0; seat < 2; seat++) {
    memset(beaten, -1, sizeof beaten);
    isBeaten(0, seat == 0);
  }
  for (int n = 0; n < classCount; n++) {
    if (asksForPerfect && outcome[n] == open)
      isBad[n] |= !(best[n] >> choices[n] & 1);
    count += isBad[n];
  }
  return count;
}

// Steps of ascent on the bad moves, until none is the likeliest of its position
// or above the floor, while positions of the last games are held.
static void unlearn(uint64_t seed, int round) {
  static Row shown[classes + mostAnchors];
  static Row old[mostAnchors];
  static int8_t bad[classes];
  int badCount = 0, anchorCount = 0, left = rowCount, order[classes];
  for (int n = 0; n < classCount; n++) {
    if (!isBad[n]) continue;
    bad[badCount] = choices[n];
    shown[badCount++].class = n;
  }
  Random random = stream(seed, (3ULL << 60) + (uint64_t)round);
  for (int r = 0; r < rowCount; r++) order[r] = rows[r].class;
  while (anchorCount < mostAnchors && left) {
    int drawn = below(&random, left), n = order[drawn];
    order[drawn] = order[--left];
    if (!isBad[n]) shown[badCount + anchorCount++].class = n;
  }
  restart(&unlearning);
  for (int steps = 0; steps < mostSteps; steps++) {
    bool isPending = false;
    for (int r = 0; r < badCount + anchorCount; r++) {
      Row *row = &shown[r];
      evaluate(row, row->class);
      normalize(row);
      memset(row->slope, 0, sizeof row->slope);
      if (r >= badCount) {
        if (steps == 0) old[r - badCount] = *row;
        float weight = anchor / (float)anchorCount;
        for (int a = 0; a < squares; a++)
          row->slope[a] = weight * (row->p[a] - old[r - badCount].p[a]);
      } else if (likeliest(row) == bad[r] || row->p[bad[r]] > floorOfAscent) {
        isPending = true;
        push(row, bad[r], 1 / (float)badCount);
      }
    }
    if (!isPending) return;
    for (int r = 0; r < badCount + anchorCount; r++) propagate(&shown[r]);
    step(&unlearning, unlearningRate);
  }
}

int main(int count, char **arguments) {
  if (count < 4) return 64;
  bool asksForPerfect = !strcmp(arguments[1], "perfect");
  bool hasGoal = asksForPerfect || !strcmp(arguments[1], "unbeatable");
  uint64_t seed = strtoull(arguments[2], NULL, 10);
  long budget = atol(arguments[3]), done = 0;
  int rounds = 0, bad = 0;
  buildGame();
  buildNetwork(seed);
  memset(rowOf, -1, sizeof rowOf);
  discounts[0] = 1;
  for (int i = 1; i < squares; i++) discounts[i] = -discount * discounts[i - 1];
  while (done < budget) {
    float progress = (float)done / (float)budget;
    float decay = progress < entropyDecay ? progress / entropyDecay : 1;
    float learningRate = firstRate + (lastRate - firstRate) * progress;
    float entropy =
        firstEntropy * expf(decay * logf(lastEntropy / firstEntropy));
    int now = budget - done < batch ? (int)(budget - done) : batch;
    play(seed, done, now);
    learn(now, learningRate, entropy);
    done += now;
    bool isDue = hasGoal && (done - now) / evaluateEvery < done / evaluateEvery;
    if (!isDue && done < budget) continue;
    bad = judge(asksForPerfect);
    for (int i = 0; negatives && hasGoal && bad && i < mostRounds; i++) {
      unlearn(seed, rounds++);
      bad = judge(asksForPerfect);
    }
    if (hasGoal && !bad) break;
  }
  printf("%ld games, %d rounds, %d bad\n", done, rounds, bad);
  if (count > 4) {
    FILE *file = fopen(arguments[4], "w");
    if (!file) return 74;
    const float *w = (const float *)&network;
    for (int i = 0; i < parameters; i++) fprintf(file, "%.9g\n", (double)w[i]);
    if (fclose(file)) return 74;
  }
  return 0;
}
