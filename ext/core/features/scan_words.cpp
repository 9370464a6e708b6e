// Words of the scanner: where they end, what they are written like, and, for many at once, what they hash to.
#include <algorithm>

#include "core/features/limits.h"
#include "core/features/scan.h"
#include "core/lexicon.h"
#include "core/text/utf8.h"
#include "core/text/words.h"

namespace article {

namespace {

constexpr uint32_t ascii_hash(std::string_view word) noexcept {
  uint32_t hash = kHashSeed;
  for (const char c : word) {
    hash = (hash ^ static_cast<unsigned char>(c)) * kHashFactor;
  }
  return hash;
}
constexpr uint32_t kHttps = ascii_hash("https");
constexpr uint32_t kHttp = ascii_hash("http");
constexpr uint32_t kWww = ascii_hash("www");
constexpr uint32_t kCom = ascii_hash("com");

bool is_link_word(uint32_t hash) noexcept {
  return hash == kHttps || hash == kHttp || hash == kWww || hash == kCom;
}

// Any letter that is no ASCII, and nearly all that is dropped, has a byte below this one, as signed bytes are.
constexpr signed char kLeastPlain = 0x20;

bool is_plain(char byte) noexcept {
  return static_cast<signed char>(byte) >= kLeastPlain;
}

uint8_t flags_of_word(bool capital, bool all_capitals) noexcept {
  return static_cast<uint8_t>((capital ? unsigned{kTokenCapital} : 0U) |
                              (all_capitals ? unsigned{kTokenAllCapitals} : 0U));
}

}  // namespace

// A word while it is read.
struct WordSeen {
  uint32_t hash = kHashSeed;
  uint32_t letters = 0;
  bool capital = false;  // the first letter is one
  bool has_small = false;
  uint32_t capitals = 0;  // of a word without small letters
};

// Room for a token; of those beyond kMaxUnitTokens only the hash counts.
Token* UnitScanner::push(uint32_t hash, UnitStats* stats) {
  if (stats->tokens == kMaxUnitTokens) {
    if (!stats->hashed) {
      hash_waiting();
      hash_unit(stats);
    }
    stats->hash = mix_hash(stats->hash, hash);
    known_ = false;
    return nullptr;
  }
  ++stats->tokens;
  make_room(1);
  Token* token = tokens_->data() + token_count_++;
  token->hash = hash;
  token->value = token->begin = token->length = 0;
  token->letters = token->flags = 0;
  return token;
}

void UnitScanner::make_room(size_t tokens) {
  if (tokens_->size() - token_count_ < tokens) {
    tokens_->resize(tokens_->size() + tokens_->size() / 2 + tokens);
  }
}

void UnitScanner::hash_unit(UnitStats* stats) const noexcept {
  const Token* token = tokens_->data() + stats->first_token;
  uint32_t hash = 0;
  for (const Token* end = token + stats->tokens; token != end; ++token) {
    hash = mix_hash(hash, token->hash);
  }
  stats->hash = hash;
  stats->hashed = true;
}

void UnitScanner::hash_waiting() {
  uint32_t hashes[kMostWaiting];
  hash_ascii_words(whole_, waiting_, waiting_count_, hashes);
  // What is looked up next is fetched for all of them first: the tables are larger than the nearer caches.
  uint32_t slots[kMostWaiting];
  for (size_t i = 0; i < waiting_count_; ++i) {
    slots[i] = first_word_slot(hashes[i]);
    __builtin_prefetch(kPhraseTable.word_slots + slots[i]);
  }
  for (size_t i = 0; i < waiting_count_; ++i) {
    Token& token = (*tokens_)[waiting_tokens_[i]];
    const uint32_t node = node_in_slot(slots[i], hashes[i]);
    __builtin_prefetch(kPhraseTable.nodes + node);
    token.hash = hashes[i];
    token.value = static_cast<uint16_t>(node);
  }
  for (size_t i = 0; i < waiting_count_; ++i) {
    if (is_link_word(hashes[i])) {
      links_.push_back(waiting_tokens_[i]);
    }
  }
  waiting_count_ = 0;
}

void UnitScanner::finish_page(std::pmr::vector<UnitStats>* stats) {
  hash_waiting();
  tokens_->resize(token_count_);
  size_t link = 0;
  for (UnitStats& unit : *stats) {
    if (!unit.hashed) {
      hash_unit(&unit);
    }
    for (; link < links_.size() && links_[link] < unit.first_token + unit.tokens; ++link) {
      unit.link = true;
    }
  }
}

// Letters of all kinds, and what folding drops between and behind them.
void UnitScanner::read_letters(WordSeen* word, UnitStats* stats) {
  char32_t last = 0;
  uint32_t before = word->hash;
  for (; at_ < text_.size(); poll_if_due()) {
    const CodePoint unit = decode(text_, at_);
    const CharInfo info = char_info(unit.value);
    if ((info.flags & kDropped) != 0) {
      at_ += unit.length;
      continue;
    }
    if ((info.flags & (kLetter | kIdeograph)) != kLetter) {
      break;
    }
    if (stats->characters == 0) {
      stats->opening = opening_of(unit.value, info.flags);
    }
    ++stats->characters;
    last = unit.value;
    before = word->hash;
    word->hash = hash_step(word->hash, info.folded != 0 ? info.folded : unit.value);
    word->capital = word->letters == 0 ? (info.flags & kUpper) != 0 : word->capital;
    ++word->letters;
    word->capitals += (info.flags & kUpper) != 0 ? 1U : 0U;
    word->has_small = word->has_small || (info.flags & kLower) != 0;
    at_ += unit.length;
  }
  word->hash = hash_final_sigma(before, word->hash, last, word->letters);
}

void UnitScanner::read_word(UnitStats* stats) {
  if (is_plain(text_[at_]) && read_plain_words(stats)) {
    return;
  }
  const size_t begin = at_;
  WordSeen word;
  read_letters(&word, stats);
  add_word(begin, word, stats);
}

// Three quarters of all bytes are ASCII letters, and most words have nothing else and a blank behind them: a row of
// such words, with that blank; false if the first word is none.
bool UnitScanner::read_plain_words(UnitStats* stats) {
  const size_t most = std::min<size_t>(kMostWaiting - waiting_count_, kMaxUnitTokens - stats->tokens);
  make_room(most);
  const std::string_view text = text_;
  const auto first_token = static_cast<uint32_t>(token_count_);
  Token* const tokens = tokens_->data() + token_count_;
  AsciiWord* const waiting = waiting_ + waiting_count_;
  uint32_t* const waiting_tokens = waiting_tokens_ + waiting_count_;
  const bool opens = stats->characters == 0;
  uint32_t words = 0;
  uint32_t characters = 0;
  uint32_t capitals = 0;
  uint32_t all_capitals = 0;
  uint32_t short_words = 0;
  uint32_t longest = stats->longest;
  size_t at = at_;
  while (words < most && at < text.size()) {
    const LetterRun run = runs_.at(at);
    const size_t after = at + run.length;
    if (run.length - 1 >= kMostHashedLetters || after > text.size() ||
        (after < text.size() && !is_plain(text[after]))) {
      break;
    }
    const auto letters = static_cast<uint32_t>(run.length);
    const bool capital = (run.capitals & 1U) != 0;
    const bool all = letters >= 2 && run.capitals == LetterRuns::first(letters);
    Token& token = tokens[words];
    token.hash = 0;  // asked for before it is known: no mark
    token.begin = static_cast<uint16_t>(at - begin_);
    token.length = static_cast<uint16_t>(letters);
    token.letters = static_cast<uint8_t>(letters);
    token.flags = flags_of_word(capital, all);
    waiting[words] = {static_cast<uint32_t>(at), letters};
    waiting_tokens[words] = first_token + words;
    ++words;
    characters += letters;
    capitals += capital ? 1U : 0U;
    all_capitals += all ? 1U : 0U;
    short_words += !capital && letters <= 3 ? 1U : 0U;
    longest = std::max(longest, letters);
    at = after;
    if (at == text.size() || text[at] != ' ') {
      break;
    }
    ++at;  // a blank behind a word tells nothing
  }
  if (words == 0) {
    return false;
  }
  if (opens) {
    stats->opening = (tokens[0].flags & kTokenCapital) != 0 ? Opening::kUpper : Opening::kLower;
  }
  stats->ending = Ending::kLetter;
  sentence_end_pending_ = false;
  stats->characters += characters;
  stats->words += words;
  stats->capital_words += capitals;
  stats->all_capital_words += all_capitals;
  stats->short_words += short_words;
  stats->longest = longest;
  stats->tokens += words;
  token_count_ += words;
  waiting_count_ += words;
  at_ = at;
  if (waiting_count_ == kMostWaiting) {
    hash_waiting();
  }
  return true;
}

void UnitScanner::add_word(size_t begin, const WordSeen& word, UnitStats* stats) {
  const bool all_capitals = word.capitals >= 2 && !word.has_small;
  stats->ending = Ending::kLetter;
  sentence_end_pending_ = false;
  stats->words += words_in_run(text_, begin, at_ - begin);
  stats->capital_words += word.capital ? 1U : 0U;
  stats->all_capital_words += all_capitals ? 1U : 0U;
  stats->short_words += !word.capital && word.letters <= 3 ? 1U : 0U;
  stats->longest = std::max(stats->longest, word.letters);
  if (Token* token = push(word.hash, stats)) {
    token->value = static_cast<uint16_t>(first_word_node(word.hash));
    token->begin = static_cast<uint16_t>(begin - begin_);
    token->length = static_cast<uint16_t>(at_ - begin);
    token->letters = static_cast<uint8_t>(std::min(word.letters, 255U));
    token->flags = flags_of_word(word.capital, all_capitals);
    if (word.letters >= 3 && word.letters <= 5) {
      stats->link = stats->link || is_link_word(word.hash);
    }
  }
}

}  // namespace article
