#include "core/prose/names.h"

#include <algorithm>

#include "core/limits.h"
#include "core/text/chars.h"

namespace article {

const char* name_kind_name(NameKind kind) noexcept {
  switch (kind) {
    case NameKind::kPerson:
      return "person";
    case NameKind::kOrganisation:
      return "organisation";
    case NameKind::kPlace:
      return "place";
    default:
      return "";
  }
}

namespace {

constexpr uint32_t kMaxNameTokens = 14;

// Evidence for what a name is; the greatest sum over all its mentions decides.
struct Votes {
  int person = 0;
  int organisation = 0;
  int place = 0;

  NameKind best() const noexcept {
    if (person <= 0 && organisation <= 0 && place <= 0) {
      return NameKind::kUnknown;
    }
    if (organisation >= person && organisation >= place) {
      return NameKind::kOrganisation;
    }
    return person >= place ? NameKind::kPerson : NameKind::kPlace;
  }
  void add(const Votes& other) noexcept {
    person += other.person;
    organisation += other.organisation;
    place += other.place;
  }
};

class SentenceNames {
 public:
  SentenceNames(const Tokens& tokens, LanguageId language, uint32_t sentence_no, std::pmr::vector<Name>* names,
                std::pmr::vector<Votes>* votes)
      : tokens_(tokens), language_(language), sentence_no_(sentence_no), names_(names), votes_(votes) {
    for (const ProseToken& token : tokens) {
      shouting_ = shouting_ && (!token.word || token.letters < 2 || token.all_capitals || token.number);
    }
  }

  void run() {
    for (uint32_t at = 0; at < tokens_.size();) {
      // "French Ambassador Lou Marr": the title begins behind the country.
      const bool country = tokens_[at].is(ProseTerm::kNationality) || tokens_[at].is(ProseTerm::kPlaceName);
      if (country && at + 1 < tokens_.size() && title_end(at + 1) > at + 1 && title_end(at + 1) < tokens_.size() &&
          begins_name(title_end(at + 1))) {
        ++at;
      }
      const uint32_t end = title_end(at);
      if (end > at && end < tokens_.size() && begins_name(end)) {
        at = read_name(end, at);
      } else if (begins_name(at)) {
        at = read_name(at, at);
      } else {
        ++at;
      }
    }
  }

 private:
  bool begins_name(uint32_t at) const noexcept {
    const ProseToken& token = tokens_[at];
    if (!token.word || token.number || !token.capital || token.apostrophe || shouting_) {
      return false;
    }
    if (token.is(ProseTerm::kNotName) || token.is(ProseTerm::kPronoun) || token.is(ProseTerm::kDeterminer)) {
      return false;
    }
    const bool opens = at == 0 || (!tokens_[at - 1].word && tokens_[at - 1].code != ',' && !tokens_[at - 1].glued);
    if ((opens || at == 1) && token.is(ProseTerm::kSentenceStarter) && !token.all_capitals) {
      return false;
    }
    return !token.is(ProseTerm::kSentenceStarter) || token.all_capitals || token.letters > 3;
  }

  // End of the title that begins at `at` ("Defense Minister, Colonel General"); `at`: none.
  uint32_t title_end(uint32_t at) const noexcept {
    uint32_t best = at;
    for (uint32_t start = at; start < at + 6 && start < tokens_.size() && tokens_[start].is(ProseTerm::kTitleStart);) {
      ProseWalk walk;
      uint32_t end = start;
      for (uint32_t i = start; i < tokens_.size() && i < start + 5 && tokens_[i].word && walk.step(tokens_[i].hash);
           ++i) {
        if (walk.terms().has(ProseTerm::kPersonTitle, language_)) {
          end = i + 1;
        }
      }
      if (end == start) {
        break;
      }
      if (end < tokens_.size() && tokens_[end].code == '.') {
        ++end;
      }
      best = end;
      start = end < tokens_.size() && tokens_[end].code == ',' ? end + 1 : end;
    }
    return best;
  }

  bool joins(uint32_t at) const noexcept {
    const ProseToken& token = tokens_[at];
    return token.word && !token.number && token.capital && !token.apostrophe && !token.is(ProseTerm::kNotName) &&
           !token.is(ProseTerm::kPronoun);
  }

  // Reads the name that begins at `at`; the token behind it.
  uint32_t read_name(uint32_t at, uint32_t title) {
    uint32_t end = at + 1;
    while (end < tokens_.size() && end - at < kMaxNameTokens) {
      const ProseToken& token = tokens_[end];
      if (end == at + 1 && tokens_[at].is(ProseTerm::kPlaceName) && token.is(ProseTerm::kGivenName) &&
          end + 1 < tokens_.size() && joins(end + 1)) {
        break;  // "in Norland Lou Marr": a place, then a person
      }
      if (joins(end)) {
        ++end;
      } else if (token.number && tokens_[end - 1].all_capitals && token.glued) {
        ++end;
      } else if (!token.word && token.glued && end + 1 < tokens_.size() && tokens_[end + 1].glued && joins(end + 1) &&
                 (token.code == '-' || token.code == '.' || token.code == '\'' || token.code == 0x2019 ||
                  token.code == '&')) {
        end += 2;
      } else if (token.code == '.' && token.glued && tokens_[end - 1].letters == 1 && end + 1 < tokens_.size() &&
                 joins(end + 1)) {
        end += 2;  // an initial
      } else if (token.code == '.' && token.glued && tokens_[end - 1].letters == 1 && end >= at + 3) {
        ++end;  // "U.S."
        if (end >= tokens_.size() || !joins(end)) {
          break;
        }
      } else if (token.code == '&' && end + 1 < tokens_.size() && joins(end + 1)) {
        end += 2;
      } else if (token.is(ProseTerm::kNameParticle) && end + 1 < tokens_.size() && joins_over(at, end)) {
        end = capital_after(end);
      } else {
        break;
      }
    }
    add(at, end, title);
    return end;
  }

  uint32_t capital_after(uint32_t at) const noexcept {
    while (at < tokens_.size() && !joins(at)) {
      ++at;
    }
    return at + 1;
  }

  // A particle inside a name: "of" only in the names of organisations ("Bank of England"), others before a capital.
  bool joins_over(uint32_t begin, uint32_t at) const noexcept {
    uint32_t next = at + 1;
    while (next < tokens_.size() && next < at + 3 &&
           (tokens_[next].is(ProseTerm::kNameParticle) || tokens_[next].is(ProseTerm::kDeterminer)) &&
           !tokens_[next].capital) {
      ++next;
    }
    if (next >= tokens_.size() || !joins(next)) {
      return false;
    }
    const ProseEntry* entry = prose_terms(tokens_[at].hash).find(ProseTerm::kNameParticle, language_);
    const bool of = entry != nullptr && entry->value == ProseValue::kOther;
    return !of || org_word_in(begin, at);
  }

  bool org_word_in(uint32_t begin, uint32_t end) const noexcept {
    for (uint32_t i = begin; i < end; ++i) {
      if (tokens_[i].is(ProseTerm::kOrgWord) || tokens_[i].is(ProseTerm::kOrgSuffix)) {
        return true;
      }
    }
    return false;
  }

  void add(uint32_t begin, uint32_t end, uint32_t title) {
    // A title at the end of a capitalised run before a name was read as part of it: "President Orr" is title and name.
    Name name;
    name.begin = tokens_[begin].begin;
    name.end = tokens_[end - 1].end;
    name.sentence_no = sentence_no_;
    uint32_t whole = kHashSeed;
    for (uint32_t i = begin; i < end; ++i) {
      if (tokens_[i].word) {
        ++name.words;
        name.last_hash = tokens_[i].hash;
        name.first_hash = name.words == 1 ? tokens_[i].hash : name.first_hash;
        whole = hash_step(whole, static_cast<char32_t>(tokens_[i].hash & 0xFFFFU));
        whole = hash_step(whole, static_cast<char32_t>(tokens_[i].hash >> 16U));
      }
    }
    name.whole_hash = whole;
    if (title < begin) {
      uint32_t last = begin;
      while (last > title && !tokens_[last - 1].word) {
        --last;
      }
      name.title_begin = tokens_[title].begin;
      name.title_end = tokens_[last - 1].end;
      if (tokens_[begin - 1].code == '.') {
        name.title_end = tokens_[begin - 1].end;
      }
      name.title_last_hash = tokens_[last - 1].hash;
    }
    names_->push_back(name);
    votes_->push_back(vote(begin, end, name));
  }

  Votes vote(uint32_t begin, uint32_t end, const Name& name) const noexcept {
    Votes votes;
    const ProseToken& last = tokens_[end - 1].word || end - begin < 2 ? tokens_[end - 1] : tokens_[end - 2];
    votes.person += name.title_begin != kNoPosition ? 8 : 0;
    votes.person += tokens_[begin].is(ProseTerm::kGivenName) ? (name.words > 1 ? 6 : 2) : 0;
    votes.organisation += org_word_in(begin, end) ? 7 : 0;
    votes.organisation += phrase_is(begin, end, ProseTerm::kOrgName) ? 9 : 0;
    votes.place += phrase_is(begin, end, ProseTerm::kPlaceName) ? 9 : 0;
    votes.place += last.is(ProseTerm::kPlaceWord) || tokens_[begin].is(ProseTerm::kPlaceWord) ? 6 : 0;
    const bool acronym = name.words == 1 && last.all_capitals && last.letters >= 2;
    votes.organisation += acronym ? 3 : 0;
    if (begin > 0 && tokens_[begin - 1].is(ProseTerm::kPlacePreposition)) {
      votes.place += 3;
    }
    if (begin > 0 && tokens_[begin - 1].is(ProseTerm::kDeterminer) && name.title_begin == kNoPosition) {
      votes.organisation += 2;
      votes.person -= 3;
    }
    const uint32_t after = end < tokens_.size() && tokens_[end].code == ',' ? end + 1 : end;
    if (after < tokens_.size() && tokens_[after].is(ProseTerm::kCueVerb) && !acronym) {
      votes.person += name.words > 1 ? 3 : 2;
    }
    if (begin > 0 && tokens_[begin - 1].is(ProseTerm::kCueVerb) && !acronym) {
      votes.person += 2;
    }
    if (name.words >= 2 && name.words <= 3 && !acronym && all_small_tailed(begin, end)) {
      votes.person += 1;
    }
    if (tokens_[begin].is(ProseTerm::kNationality) && name.words == 1) {
      votes = Votes{};
      votes.person = votes.organisation = votes.place = -20;
    }
    return votes;
  }

  bool all_small_tailed(uint32_t begin, uint32_t end) const noexcept {
    for (uint32_t i = begin; i < end; ++i) {
      if (tokens_[i].word && (tokens_[i].all_capitals || tokens_[i].number || !tokens_[i].capital)) {
        return false;
      }
    }
    return true;
  }

  bool phrase_is(uint32_t begin, uint32_t end, ProseTerm term) const noexcept {
    ProseWalk walk;
    uint32_t i = begin;
    for (; i < end; ++i) {
      if (tokens_[i].word && !walk.step(tokens_[i].hash)) {
        return false;
      }
    }
    return walk.terms().has(term, language_) || walk.terms().has(term, kNoLanguage);
  }

  const Tokens& tokens_;
  LanguageId language_;
  uint32_t sentence_no_;
  std::pmr::vector<Name>* names_;
  std::pmr::vector<Votes>* votes_;
  bool shouting_ = true;  // all in capitals: case tells nothing
};

// The first of the numbers that were put under a hash.
class FirstByHash {
 public:
  FirstByHash(size_t count, std::pmr::memory_resource* memory) : slots_(memory) {
    size_t size = 4;
    while (size < 2 * count) {
      size *= 2;
    }
    slots_.resize(size, {0, kNoPosition});
  }
  // The number that stands under `hash`, which is `number` where none did.
  uint32_t put(uint32_t hash, uint32_t number) noexcept {
    Slot& slot = slots_[place(hash)];
    if (slot.number == kNoPosition) {
      slot = {hash, number};
    }
    return slot.number;
  }
  // kNoPosition: none.
  uint32_t find(uint32_t hash) const noexcept { return slots_[place(hash)].number; }

 private:
  struct Slot {
    uint32_t hash;
    uint32_t number;
  };
  size_t place(uint32_t hash) const noexcept {
    const size_t mask = slots_.size() - 1;
    size_t at = (hash ^ hash >> 15U) & mask;
    while (slots_[at].number != kNoPosition && slots_[at].hash != hash) {
      at = (at + 1) & mask;
    }
    return at;
  }
  std::pmr::vector<Slot> slots_;
};

// Mentions of one name: the same words, or the last word of a longer name.  Kinds, fullest forms and titles are shared.
void resolve(std::pmr::vector<Name>* names, std::pmr::vector<Votes>* votes, std::pmr::memory_resource* memory) {
  FirstByHash by_whole(names->size(), memory);  // -> first mention
  FirstByHash by_last(names->size(), memory);   // last word -> first full mention
  std::pmr::vector<uint32_t> group(names->size(), 0, memory);
  for (uint32_t i = 0; i < names->size(); ++i) {
    group[i] = by_whole.put((*names)[i].whole_hash, i);
    if (group[i] != i) {
      (*votes)[group[i]].add((*votes)[i]);
    }
  }
  for (uint32_t i = 0; i < names->size(); ++i) {
    const Name& name = (*names)[i];
    if (group[i] == i && name.words >= 2 && name.words <= 5 && (*votes)[i].best() == NameKind::kPerson) {
      by_last.put(name.last_hash, i);
    }
  }
  for (uint32_t i = 0; i < names->size(); ++i) {
    if (group[i] != i) {
      continue;
    }
    const Name& name = (*names)[i];
    const uint32_t fuller = name.words == 1 ? by_last.find(name.last_hash) : kNoPosition;
    if (fuller != kNoPosition && (*votes)[i].best() != NameKind::kPlace) {
      (*votes)[fuller].add((*votes)[i]);
      group[i] = fuller;
    }
  }
  std::pmr::vector<uint32_t> title(names->size(), kNoPosition, memory);
  for (uint32_t i = 0; i < names->size(); ++i) {
    group[i] = group[group[i]];
    if ((*names)[i].title_begin != kNoPosition) {
      uint32_t& best = title[group[i]];
      const auto length = [&](uint32_t at) { return (*names)[at].title_end - (*names)[at].title_begin; };
      if (best == kNoPosition || length(i) > length(best)) {
        best = i;
      }
    }
  }
  for (uint32_t i = 0; i < names->size(); ++i) {
    Name& name = (*names)[i];
    name.full = group[i];
    name.kind = (*votes)[group[i]].best();
    name.title = title[group[i]];
  }
}

}  // namespace

Names find_names(std::string_view text, const std::pmr::vector<ProseBlock>& /*blocks*/,
                 const std::pmr::vector<Sentence>& sentences, LanguageId language, const Interrupt& interrupt,
                 std::pmr::memory_resource* memory) {
  Names names(memory);
  std::pmr::vector<Votes> votes(memory);
  Tokens tokens(memory);
  WordReader reader(text, language);
  size_t polled = 0;
  for (uint32_t i = 0; i < sentences.size(); ++i) {
    if (sentences[i].end - polled >= kPollBytes) {
      interrupt.poll();
      polled = sentences[i].end;
    }
    reader.read(sentences[i], &tokens);
    names.tokens.keep(tokens);
    SentenceNames(tokens, language, i + 1, &names.all, &votes).run();
  }
  resolve(&names.all, &votes, memory);
  return names;
}

}  // namespace article
