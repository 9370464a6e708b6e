#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "core/cpu.h"
#include "core/features.h"
#include "core/roles.h"
#include "core/roles/forest.h"
#include "core/roles/tree_set.h"
#include "core/roles/weights.h"

using namespace article;

namespace {

struct Read {
  explicit Read(std::string bytes) : text(std::move(bytes)) {
    auto* memory = std::pmr::get_default_resource();
    lines = split_lines(text, Interrupt(), memory);
    roles = classify_lines(text, lines, Interrupt(), memory);
  }
  std::string text;
  std::pmr::vector<Line> lines;
  std::pmr::vector<LineRole> roles;
};

const char* const kParagraphs[] = {
    "The town council of Norvik voted on Tuesday to build a second bridge over the river, after years of debate about "
    "the "
    "traffic that fills the old one each morning.",
    "Mayor Ilse Brandt said that the work would begin in the spring and that the bridge should open to cars and "
    "bicycles within "
    "three years.",
    "Shop owners near the harbour had asked for a tunnel instead, but the council found that it would have cost twice "
    "as much.",
    "\"We have waited long enough,\" said Brandt, who had promised the bridge in her campaign. The state will pay for "
    "half of it.",
};

std::string report(const std::string& gap) {
  std::string text =
      "Norvik council votes for second bridge over river" + gap + "By Anna Holm" + gap + "12 March 2018 09:30";
  for (const char* paragraph : kParagraphs) {
    text += gap + paragraph;
  }
  return text;
}

// Every paragraph is broken where the next word would go past `width`.
std::string wrap(const std::string& text, size_t width) {
  std::string out;
  size_t column = 0;
  size_t at = 0;
  while (at < text.size()) {
    if (text[at] == '\n') {
      out += '\n';
      column = 0;
      ++at;
      continue;
    }
    const size_t end = std::min(text.find_first_of(" \n", at), text.size());
    if (column != 0 && column + 1 + (end - at) > width) {
      out += '\n';
      column = 0;
    } else if (column != 0) {
      out += ' ';
      ++column;
    }
    out.append(text, at, end - at);
    column += end - at;
    at = end < text.size() && text[end] == ' ' ? end + 1 : end;
  }
  return out;
}

size_t count(const Read& read, Role role) {
  size_t n = 0;
  for (const LineRole& line : read.roles) {
    n += line.role == role ? 1U : 0U;
  }
  return n;
}

uint32_t paragraphs(const Read& read) {
  uint32_t most = 0;
  for (const LineRole& line : read.roles) {
    most = std::max(most, line.paragraph_no);
  }
  return most;
}

}  // namespace

TEST_CASE("roles: a blank line is blank and every other line has a role with a confidence") {
  const Read read("One line\n\n \nAnother line.");
  REQUIRE(read.roles.size() == 4);
  REQUIRE(read.roles[1].role == Role::kBlank);
  REQUIRE(read.roles[2].role == Role::kBlank);
  REQUIRE(read.roles[0].role != Role::kBlank);
  REQUIRE(read.roles[3].role != Role::kBlank);
  REQUIRE(read.roles[0].confidence > 0);
}

TEST_CASE("roles: headline, byline, time and paragraphs are told apart, with blank lines and without") {
  for (const char* gap : {"\n\n", "\n", "\r\n\r\n"}) {
    const Read read(report(gap));
    CAPTURE(std::string(gap));
    REQUIRE(read.roles[0].role == Role::kHeadline);
    REQUIRE(count(read, Role::kHeadline) == 1);
    REQUIRE(count(read, Role::kByline) == 1);
    REQUIRE(count(read, Role::kTimestamp) == 1);
    REQUIRE(count(read, Role::kBody) == 4);
    REQUIRE(paragraphs(read) == 4);
  }
}

TEST_CASE("roles: the hard-wrapped lines of a paragraph are body and share its number") {
  const Read read(wrap(report("\n\n"), 72));
  REQUIRE(read.roles[0].role == Role::kHeadline);
  REQUIRE(paragraphs(read) == 4);
  REQUIRE(count(read, Role::kBody) == read.lines.size() - count(read, Role::kBlank) - 3);
}

TEST_CASE("roles: a text of prose alone is body") {
  const Read read(std::string(kParagraphs[0]) + "\n" + kParagraphs[1]);
  REQUIRE(count(read, Role::kBody) == 2);
}

TEST_CASE("roles: body paragraphs count from one in text order, other lines have no number") {
  const Read read(report("\n"));
  uint32_t expected = 0;
  for (const LineRole& line : read.roles) {
    if (line.role == Role::kBody) {
      REQUIRE(line.paragraph_no == ++expected);
    } else {
      REQUIRE(line.paragraph_no == 0);
    }
  }
}

TEST_CASE("units: lines are joined only where the page is wrapped") {
  auto* memory = std::pmr::get_default_resource();
  const std::string wrapped = wrap(report("\n\n"), 60);
  const auto lines = split_lines(wrapped, Interrupt(), memory);
  REQUIRE(wrap_width(wrapped, lines, Interrupt(), memory) != 0);
  const std::string flat = report("\n\n");
  REQUIRE(wrap_width(flat, split_lines(flat, Interrupt(), memory), Interrupt(), memory) == 0);
}

TEST_CASE("forest: the answers to a tree's questions are the bits of the leaf, and trees add up") {
  // Two rows; column 0 is {5, 9}.  Tree 1 asks "column 0 > 7?", tree 2 "column 0, one row on, > 7?".
  uint8_t padded[2 + 2 * kColumnPadding + kColumnSlack] = {};  // as Columns has it
  padded[kColumnPadding] = 5;
  padded[kColumnPadding + 1] = 9;
  const uint8_t* columns[1] = {padded + kColumnPadding};
  const Question questions[2] = {{0, 0, 7}, {0, 1, 7}};
  const int16_t leaves[4] = {1, 10, 100, 1000};
  const Forest forest{2, 1, 1, 1.0F, questions, leaves};
  int16_t sums[2] = {};
  evaluate_forest(forest, columns, 2, sums);
  REQUIRE(sums[0] == 1 + 1000);
  REQUIRE(sums[1] == 10 + 100);
}

TEST_CASE("forest: rows that are judged together have the sums of each, also by the vectors of other machines") {
  const Forest forest = read_weights(weights_bytes()).first;
  REQUIRE(forest.depth == kWideDepth);
  std::mt19937 random(3);
  for (const size_t rows : {1U, 33U, 300U}) {
    Columns page(rows, kColumnCount + kEvidenceCount, std::pmr::get_default_resource());
    std::vector<const uint8_t*> columns;
    for (size_t c = 0; c < kColumnCount + kEvidenceCount; ++c) {
      std::generate_n(page.at(c), rows, [&] { return static_cast<uint8_t>(random()); });
      columns.push_back(page.at(c));
    }
    std::vector<int16_t> expected;
    for (size_t row = 0; row < rows; ++row) {
      int sum = 0;
      for (size_t tree = 0; tree < forest.trees; ++tree) {
        size_t leaf = 0;
        for (size_t level = 0; level < forest.depth; ++level) {
          const Question& question = forest.questions[tree * forest.depth + level];
          const uint8_t value = columns[question.column][static_cast<int64_t>(row) + question.offset];
          leaf |= size_t{value > question.threshold ? 1U : 0U} << level;
        }
        sum += forest.leaves[(tree << forest.depth) + leaf];
      }
      expected.push_back(static_cast<int16_t>(sum));
    }
    std::vector<int16_t> sums(rows);
    evaluate_forest(forest, columns.data(), rows, sums.data());
    CHECK(sums == expected);
    if (has_avx2()) {
      evaluate_forest_avx2(forest, columns.data(), rows, sums.data());
      CHECK(sums == expected);
    }
  }
}

TEST_CASE("features: the logarithmic scale has sixteen steps a doubling") {
  REQUIRE(log_scale(0) == 0);
  REQUIRE(log_scale(1) == 16);
  REQUIRE(log_scale(3) == 32);
  REQUIRE(log_scale(7) == 48);
  REQUIRE(log_scale(0xFFFFFFFF) == 255);
}

TEST_CASE("a set of trees gives each row the leaf that its answers lead to") {
  // One tree of forty leaves, two words of them: "greater than 0?", no: leaf 0; yes: "greater than 1?", no: leaf 1 ...
  std::vector<TreeCut> cuts;
  for (unsigned i = 0; i < 39; ++i) {
    cuts.push_back({0, static_cast<uint8_t>(i), static_cast<uint8_t>(~(1U << i % kSetLeaves))});
  }
  const uint32_t ends[2 * kWordLeaves / kSetLeaves] = {8, 16, 24, 32, 39, 39, 39, 39};
  std::vector<int16_t> leaves(2 * kWordLeaves);
  for (size_t i = 0; i < leaves.size(); ++i) {
    leaves[i] = static_cast<int16_t>(3 * i);
  }
  const TreeInput input{0, -1};
  const TreeSet set{1, 2, 1, 0, 0, 1, &input, ends, cuts.data(), leaves.data(), nullptr, nullptr};
  std::vector<uint8_t> column(8 + 100 + 8 + 64);
  for (size_t row = 0; row < 100; ++row) {
    column[8 + row] = static_cast<uint8_t>(row * 7 % 60);
  }
  const uint8_t* columns[] = {column.data() + 8};
  std::vector<TreeLine> block(set.block_lines());
  std::vector<uint32_t> whole_block(kTreeRows);
  for (uint32_t i = 0; i < kTreeRows; ++i) {
    whole_block[i] = i + 2;
  }
  const std::vector<std::vector<uint32_t>> choices = {{5, 6, 7, 8}, {0}, {3, 40, 41, 99}, whole_block};
  for (const auto& rows : choices) {
    int32_t sums[kTreeRows];
    evaluate_trees(set, columns, rows.data(), rows.size(), block.data(), sums);
    for (size_t i = 0; i < rows.size(); ++i) {
      const int before = rows[i] == 0 ? 0 : static_cast<int>((rows[i] - 1) * 7 % 60);
      CHECK(sums[i] == 3 * std::min(before, 39));
    }
  }
}

namespace {

// The leaf that one row falls into, question by question.
int32_t walk_tree(const TreeSet& set, size_t tree, const std::vector<uint8_t>& inputs) {
  const size_t group = tree / kTreesInTurns;
  const TreeNode* nodes = set.nodes + (group == 0 ? 0 : set.node_ends[group - 1]) + tree % kTreesInTurns;
  size_t leaf = 0;
  for (size_t at = 0;;) {
    const TreeNode& node = nodes[at * kTreesInTurns];
    const bool greater = inputs[node.input] > node.threshold;
    leaf += greater ? node.left_leaves : 0U;
    at = greater ? node.right : node.left;
    if (at == kNoNode) {
      return set.leaves[tree * kWordLeaves + leaf];
    }
  }
}

}  // namespace

TEST_CASE("the trees of the weights give a block of rows what they give each row alone") {
  const TreeSet set = read_weights(weights_bytes()).third;
  REQUIRE(set.nodes != nullptr);
  std::mt19937 random(7);
  Columns page(150, kColumnCount + kEvidenceCount, std::pmr::get_default_resource());
  std::vector<const uint8_t*> columns;
  for (size_t c = 0; c < kColumnCount + kEvidenceCount; ++c) {
    std::generate_n(page.at(c), page.rows(), [&] { return static_cast<uint8_t>(random()); });
    columns.push_back(page.at(c));
  }
  std::vector<TreeLine> block(set.block_lines());
  for (const unsigned share : {1U, 2U, 9U}) {  // of the rows, one in so many
    std::vector<uint32_t> rows;
    for (uint32_t row = 0; row < page.rows() && rows.size() < kTreeRows; ++row) {
      if (random() % share == 0) {
        rows.push_back(row);
      }
    }
    int32_t sums[kTreeRows];
    evaluate_trees(set, columns.data(), rows.data(), rows.size(), block.data(), sums);
    int32_t by_cuts[kTreeRows];
    std::copy_n(sums, rows.size(), by_cuts);
    if (has_avx2()) {
      evaluate_cuts_avx2(set, block.data()->rows, rows.size(), by_cuts);
    }
    for (size_t i = 0; i < rows.size(); ++i) {
      std::vector<uint8_t> inputs;
      for (uint32_t input = 0; input < set.inputs; ++input) {
        inputs.push_back(columns[set.input[input].column][static_cast<int64_t>(rows[i]) + set.input[input].offset]);
      }
      int32_t expected = 0;
      for (size_t tree = 0; tree < set.trees; ++tree) {
        expected += walk_tree(set, tree, inputs);
      }
      CHECK(sums[i] == expected);
      CHECK(by_cuts[i] == expected);
    }
  }
}
