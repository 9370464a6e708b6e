// The language of a text, from its function words and its script.
//
// Every word votes for the languages that have it among their stopwords; the votes are weighed by how many languages
// share the word.  Only the first 200 kB are asked.  Cost: one trie probe a word.
#pragma once

#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/lexicon.h"
#include "core/memory.h"
#include "core/page.h"

namespace article {

// Of the body paragraphs, or of all lines where there are none; kNoLanguage: no language has enough votes.
LanguageId detect_language(std::string_view text, const std::pmr::vector<Paragraph>& paragraphs,
                           const Interrupt& interrupt, const std::pmr::vector<Line>* lines = nullptr,
                           const PageWords* words = nullptr);

// BCP 47 tag of the language that has the script for itself in which a third of the first words of text[begin, end) are
// written, also one that has no vocabulary of news: "bn"; empty: several languages share the script.
std::string_view tag_of_script(std::string_view text, size_t begin, size_t end) noexcept;

}  // namespace article
