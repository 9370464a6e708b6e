#include "core/prose/names.h"

#include <algorithm>

#include "core/limits.h"
#include "core/prose/name_reader.h"

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
    if ((*names)[i].stands_for != kNoPosition) {
      const uint32_t acronym = group[i];
      const uint32_t whole = group[(*names)[i].stands_for];
      if (group[acronym] == acronym && acronym != whole && group[whole] == whole) {
        (*votes)[whole].add((*votes)[acronym]);
        group[acronym] = whole;
      }
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
    read_names(text, tokens, language, i + 1, &names.all, &votes);
  }
  resolve(&names.all, &votes, memory);
  return names;
}

}  // namespace article
