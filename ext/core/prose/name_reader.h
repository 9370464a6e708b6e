// Names of one sentence, with the evidence for what each is; the part of names.h that knows words.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/prose/names.h"
#include "core/prose/tokens.h"

namespace article {

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

// Appends the names of `tokens` and their votes.
void read_names(std::string_view text, const Tokens& tokens, LanguageId language, uint32_t sentence_no,
                std::pmr::vector<Name>* names, std::pmr::vector<Votes>* votes);

}  // namespace article
