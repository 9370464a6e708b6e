#include "core/prose/name_reader.h"

#include "core/prose/known_names.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr uint32_t kMaxNameTokens = 14;

class SentenceNames {
 public:
  SentenceNames(std::string_view text, const Tokens& tokens, LanguageId language, uint32_t sentence_no,
                std::pmr::vector<Name>* names, std::pmr::vector<Votes>* votes)
      : text_(text),
        tokens_(tokens),
        language_(language),
        noun_capitals_(has_sentence_rule(language, ProseValue::kNounCapitals)),
        sentence_no_(sentence_no),
        names_(names),
        votes_(votes) {
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
      const uint32_t end = title_end(at) > at ? title_end(at) : compound_title(at) ? at + 1 : at;
      const uint32_t behind = end > at ? behind_portfolio(end) : 0;
      if (behind != 0) {
        at = read_name(behind, at);
      } else if (end > at && end < tokens_.size() && begins_name(end)) {
        at = is_firm_behind(end) && begins_name(at) ? read_name(at, at) : read_name(end, at);
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
    if (token.is(ProseTerm::kNotName) || token.is(ProseTerm::kPronoun) || token.is(ProseTerm::kDeterminer) ||
        is_month(at)) {
      return false;
    }
    const bool opens = at == 0 || (!tokens_[at - 1].word && tokens_[at - 1].code != ',' && !tokens_[at - 1].glued);
    if ((opens || at == 1) && token.is(ProseTerm::kSentenceStarter) && !token.all_capitals) {
      return false;
    }
    return !token.is(ProseTerm::kSentenceStarter) || token.all_capitals || token.letters > 3;
  }

  // "General Motors": the last word of a firm, alone behind what would be a title.
  bool is_firm_behind(uint32_t at) const noexcept {
    return org_word_in(at, at + 1) && (at + 1 == tokens_.size() || !joins(at + 1) || org_word_in(at + 1, at + 2));
  }

  // "in May", "5 May", "May 2019", but not "in May Valley".
  bool is_month(uint32_t at) const noexcept {
    if (!tokens_[at].is(ProseTerm::kMonthName)) {
      return false;
    }
    const bool behind = at > 0 && (tokens_[at - 1].number || tokens_[at - 1].is(ProseTerm::kPlacePreposition));
    const bool last = at + 1 == tokens_.size();
    return (!last && tokens_[at + 1].number) || (behind && (last || !tokens_[at + 1].capital));
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

  // "Verkehrsministerin Lena Holt": a compound that ends with a title, before a name.
  bool compound_title(uint32_t at) const noexcept {
    constexpr uint32_t kShortest = 8;  // letters of such a compound
    constexpr uint32_t kLongest = 40;
    const ProseToken& token = tokens_[at];
    if (!noun_capitals_ || !token.capital || token.letters < kShortest || token.letters > kLongest ||
        at + 1 >= tokens_.size() || !begins_name(at + 1)) {
      return false;
    }
    uint32_t letters = token.letters;
    for (uint32_t begin = token.begin; letters >= kShortest - 4; --letters) {
      begin += decode(text_, begin).length;
      Word word;
      if (WordCursor(text_, begin, token.end).next(&word) &&
          prose_terms(word.hash).has(ProseTerm::kPersonTitle, language_)) {
        return true;
      }
    }
    return false;
  }

  // "ministre des Transports Lena Holt": where the name begins behind a title and its office, three capitalised words
  // or more; 0: nowhere.
  uint32_t behind_portfolio(uint32_t title_end) const noexcept {
    uint32_t first = title_end;
    while (first < tokens_.size() && first < title_end + 3 && !tokens_[first].capital &&
           (tokens_[first].is(ProseTerm::kNameParticle) || tokens_[first].is(ProseTerm::kDeterminer))) {
      ++first;
    }
    if (first == title_end) {
      return 0;
    }
    uint32_t end = first;
    while (end < tokens_.size() && joins(end)) {
      ++end;
    }
    if (end < first + 3) {
      return 0;
    }
    uint32_t name = first + 1;
    while (name + 2 < end && !tokens_[name].is(ProseTerm::kGivenName)) {
      ++name;
    }
    return name;
  }

  bool joins(uint32_t at) const noexcept {
    const ProseToken& token = tokens_[at];
    return token.word && !token.number && token.capital && !token.apostrophe && !token.is(ProseTerm::kNotName) &&
           !token.is(ProseTerm::kPronoun) && !is_month(at);
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
        if (title_inside(at, end)) {
          return office_ends(at, end) ? read_name(title_end(end), at) : (add(at, end, title), end);
        }
        ++end;
      } else if (token.number && tokens_[end - 1].all_capitals && token.glued) {
        ++end;
      } else if (!token.word && token.glued && end + 1 < tokens_.size() && tokens_[end + 1].glued && joins(end + 1) &&
                 (token.code == '-' || token.code == '.' || token.code == '&' || token.is_apostrophe())) {
        end += 2;
      } else if (token.code == '.' && token.glued && tokens_[end - 1].letters == 1 && end + 1 < tokens_.size() &&
                 joins(end + 1) && !title_inside(at, end + 1)) {
        end += 2;  // an initial, but not "U.S. President Lou Marr"
      } else if (is_plural_possessive(end)) {
        end += 2;
      } else if (token.code == '.' && token.glued && tokens_[end - 1].letters == 1 && end >= at + 3) {
        ++end;  // "U.S."
        if (end >= tokens_.size() || !joins(end)) {
          break;
        }
      } else if (token.code == '&' && end + 1 < tokens_.size() && joins(end + 1)) {
        end += 2;
      } else if (token.is(ProseTerm::kNameParticle) && end + 1 < tokens_.size() && joins_over(at, end)) {
        while (!joins(end)) {
          ++end;
        }
        ++end;
      } else {
        break;
      }
    }
    add(at, end, title);
    return end;
  }

  // "Residents' Association": an apostrophe behind an s, and a word of organisations.
  bool is_plural_possessive(uint32_t at) const noexcept {
    return tokens_[at].is_apostrophe() && tokens_[at].glued && text_[tokens_[at].begin - 1] == 's' &&
           at + 1 < tokens_.size() && joins(at + 1) && tokens_[at + 1].is(ProseTerm::kOrgWord);
  }

  // "Transport Minister Lena Holt", "Lowbridge Mayor Paul Quill": a title and a name behind what began as a name.
  bool title_inside(uint32_t begin, uint32_t at) const noexcept {
    if (!tokens_[at].is(ProseTerm::kTitleStart) || tokens_[begin].is(ProseTerm::kGivenName)) {
      return false;
    }
    const uint32_t end = title_end(at);
    return end > at && end < tokens_.size() && tokens_[end - 1].code != '.' && begins_name(end);
  }

  // Is tokens [begin, end) the first part of an office, and no place or organisation?
  bool office_ends(uint32_t begin, uint32_t end) const noexcept {
    return end == begin + 1 && !tokens_[begin].all_capitals && !tokens_[begin].is(ProseTerm::kPlaceName) &&
           !org_word_in(begin, end) && !phrase_is(begin, end, ProseTerm::kOrgName);
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
    Name name;
    name.sentence_no = sentence_no_;
    set_words(begin, end, &name);
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
    widen_to_acronym(begin, end);
    if (defines_acronym(begin, end)) {
      name.stands_for = static_cast<uint32_t>(names_->size()) - 1;
    }
    names_->push_back(name);
    votes_->push_back(vote(begin, end, name));
    last_begin_ = begin;
    last_end_ = end;
  }

  void set_words(uint32_t begin, uint32_t end, Name* name) const noexcept {
    name->begin = tokens_[begin].begin;
    name->end = tokens_[end - 1].end;
    name->words = 0;
    uint32_t whole = kHashSeed;
    for (uint32_t i = begin; i < end; ++i) {
      const bool prefix = tokens_[i].letters == 1 && i + 1 < end && tokens_[i + 1].is_apostrophe();  // O'Hara
      if (tokens_[i].word && !prefix) {
        ++name->words;
        name->last_hash = tokens_[i].hash;
        name->first_hash = name->words == 1 ? tokens_[i].hash : name->first_hash;
        whole = hash_step(whole, static_cast<char32_t>(tokens_[i].hash & 0xFFFFU));
        whole = hash_step(whole, static_cast<char32_t>(tokens_[i].hash >> 16U));
      }
    }
    name->whole_hash = whole;
  }

  // "Organisation mondiale de la santé (OMS)": small words between the name before and its acronym belong to the name.
  void widen_to_acronym(uint32_t begin, uint32_t end) {
    const uint32_t last_end = last_end_;
    if (last_begin_ >= last_end || begin < last_end + 2 || begin - last_begin_ > kMaxNameTokens) {
      return;
    }
    for (uint32_t i = last_end; i + 1 < begin; ++i) {
      if ((!tokens_[i].word && !tokens_[i].is_apostrophe()) || tokens_[i].number) {
        return;
      }
    }
    last_end_ = begin - 1;
    if (!defines_acronym(begin, end)) {
      last_end_ = last_end;
      return;
    }
    set_words(last_begin_, last_end_, &names_->back());
    votes_->back().organisation += 3;
  }

  // "(WFP)" right behind the name before, whose words begin with these letters.
  bool defines_acronym(uint32_t begin, uint32_t end) const noexcept {
    if (end != begin + 1 || !tokens_[begin].all_capitals || begin == 0 || end >= tokens_.size() ||
        tokens_[begin - 1].code != '(' || tokens_[end].code != ')' || last_end_ + 1 != begin ||
        last_begin_ >= last_end_) {
      return false;
    }
    uint32_t at = tokens_[begin].begin;
    for (uint32_t i = last_begin_; i < last_end_; ++i) {
      if (tokens_[i].word && at < tokens_[begin].end &&
          fold(decode(text_, at).value) == fold(decode(text_, tokens_[i].begin).value)) {
        at += decode(text_, at).length;
      } else if (tokens_[i].capital) {
        return false;
      }
    }
    return at == tokens_[begin].end;
  }

  Votes vote(uint32_t begin, uint32_t end, const Name& name) const noexcept {
    Votes votes;
    const ProseToken& last = tokens_[end - 1].word || end - begin < 2 ? tokens_[end - 1] : tokens_[end - 2];
    votes.person += name.title_begin != kNoPosition ? 8 : 0;
    // "Ford Motor Company" is none of the persons who are called Ford, "Jim Press" may be one.
    const bool family = (name_kinds(name.last_hash) & kKnownFamily) != 0;
    const bool initial = tokens_[begin].letters == 1 && family;
    const bool known = name.words > 1 && (initial || (name_kinds(name.first_hash) & kKnownGiven) != 0);
    const bool given = tokens_[begin].is(ProseTerm::kGivenName);
    const bool org_word = org_word_in(begin, end);
    if (!org_word || (name.words == 2 && known && family)) {
      votes.person += given ? (name.words > 1 ? 6 : 2) : known ? 4 : 0;
    }
    votes.organisation += org_word ? 7 : 0;
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
      votes.person += known || name_kinds(name.last_hash) != 0 ? 1 : -1;
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

  std::string_view text_;
  const Tokens& tokens_;
  LanguageId language_;
  bool noun_capitals_;
  uint32_t sentence_no_;
  uint32_t last_begin_ = 0;  // tokens of the name before
  uint32_t last_end_ = 0;
  std::pmr::vector<Name>* names_;
  std::pmr::vector<Votes>* votes_;
  bool shouting_ = true;  // all in capitals: case tells nothing
};

}  // namespace

void read_names(std::string_view text, const Tokens& tokens, LanguageId language, uint32_t sentence_no,
                std::pmr::vector<Name>* names, std::pmr::vector<Votes>* votes) {
  SentenceNames(text, tokens, language, sentence_no, names, votes).run();
}

}  // namespace article
