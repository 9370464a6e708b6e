#include "support/random_text.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace article::test {

uint64_t Random::next() noexcept {
  state_ += 0x9E3779B97F4A7C15ULL;
  uint64_t z = state_;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31U);
}

const std::vector<std::string>& data_phrases() {
  static const std::vector<std::string> phrases = [] {
    std::vector<std::string> found;
    const std::filesystem::path folder = std::string(ARTICLE_SOURCE_DIR) + "/ext/data";
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
      if (file.path().extension() != ".tsv") {
        continue;
      }
      std::ifstream in(file.path());
      for (std::string line; std::getline(in, line);) {
        const size_t begin = line.find('\t');
        const size_t end = line.find('\t', begin + 1);
        if (line[0] != '#' && begin != std::string::npos) {
          found.push_back(line.substr(begin + 1, end == std::string::npos ? end : end - begin - 1));
        }
      }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    found.emplace_back("said");  // never empty
    return found;
  }();
  return phrases;
}

namespace {

constexpr std::string_view kFragments[] = {"By ",
                                           "By Mara Ilvent and Otto Brask",
                                           "BRENFORD, Norland, Nov. 7 (Korva) -",
                                           "Follow us on",
                                           "Related news",
                                           "Read also:",
                                           "Most read",
                                           "12:31",
                                           "6 November 22:15",
                                           "Updated 3 hours ago",
                                           "2019-11-07T11:55:00+04:00",
                                           "07.11.2019 11:55 (UTC+04:00)",
                                           "next Friday",
                                           "from 3 to 7 March 2020",
                                           "every Monday",
                                           "for three days",
                                           "\xE2\x80\x9CWe will not wait,\xE2\x80\x9D said Minister Jana Torvik.",
                                           "\"No,\" he said. \"Not yet.\"",
                                           "'so-called'",
                                           "\xC2\xAB",
                                           "\xC2\xBB",
                                           "\xE3\x80\x8C",
                                           "\xE3\x80\x8D",
                                           "(",
                                           ")",
                                           "[",
                                           "]",
                                           "{",
                                           "}",
                                           "<!--",
                                           "-->",
                                           "<p>",
                                           "&amp;",
                                           "https://example.org/a?b=c",
                                           "Mr. A. B. Carvel",
                                           "e.g. the U.S. and the U.K.",
                                           "No. 5",
                                           "\xC2\xA9 2019 Example Post",
                                           "All rights reserved",
                                           "Exclusive",
                                           "(PHOTO)",
                                           "Photo: Example Agency",
                                           "Tags: economy, rivers, trade",
                                           "1 of 12",
                                           "\xE2\x80\x94",
                                           "\xE2\x80\x93",
                                           "...",
                                           "\xE2\x80\xA6",
                                           "?!",
                                           "Q3 2019",
                                           "week 45",
                                           "the 1990s",
                                           "31 December 23:50",
                                           "\xE5\x8C\x97\xE4\xBA\xAC 11\xE6\x9C\x88"
                                           "7\xE6\x97\xA5",
                                           "\xD9\xA7 \xD9\x86\xD9\x88\xD9\x81\xD9\x85\xD8\xA8\xD8\xB1",
                                           "Copyright 1998 The Brenford Courier",
                                           "LENGTH: 412 words",
                                           "HEADLINE: Ferries return",
                                           "From - Thu Nov  7 11:55:00 2019",
                                           "From: a@example.org",
                                           "Subject: =?utf-8?Q?Caf=C3=A9?=",
                                           "WARC/1.0",
                                           "Document BRNC000020191107ef",
                                           "____________",
                                           "\xE2\x80\x8F",
                                           "\xE2\x80\xAE",
                                           "\xCC\x81",
                                           "\xEF\xBB\xBF",
                                           "\xC2\xA0",
                                           "\t",
                                           "BT01",
                                           "ZCZC",
                                           "NNNN"};

constexpr std::string_view kLineEnds[] = {"\n", "\n",       "\n", "\n", "\n\n",         "\r\n",
                                          "\r", "\xC2\x85", "\v", "\f", "\xE2\x80\xA8", "\xE2\x80\xA9"};

// Each class of ill-formed UTF-8.
constexpr std::string_view kDamage[] = {"\x80",
                                        "\xC0\xAF",
                                        "\xC2",
                                        "\xE2\x80",
                                        "\xED\xA0\x80",
                                        "\xF0\x9F\x98",
                                        "\xF4\x90\x80\x80",
                                        "\xF8\x88\x80\x80\x80",
                                        "\xFE",
                                        "\xFF",
                                        std::string_view("\0", 1)};

constexpr std::string_view kSample =
    "Brenford Courier\nHome | Politics | Economy | Sport\n"
    "Ferry line between Brenford and Ostrava Bay opens after nine years\n"
    "The first boat carried forty people and one goat\n"
    "By Mara Ilvent and Otto Brask\nNovember 7, 2019 11:55 (UTC+04:00)\n"
    "BRENFORD, Norland, Nov. 7 (Korva) - The ferry line between Brenford and Ostrava Bay opened on Thursday after nine "
    "years of repairs, the Ministry of Harbours said in a statement that was read out on the pier.\n\n"
    "\xE2\x80\x9CWe waited long enough,\xE2\x80\x9D said Minister Jana Torvik, who travelled on the first boat. "
    "\xE2\x80\x9CThe sea will not wait for a budget, and neither will the people of this coast.\xE2\x80\x9D\n\n"
    "The line was closed on 3 March 2010, when a storm broke two of the three piers. According to Mr. Otto Carvel, "
    "head "
    "of the Harbour Guild, \"so-called repairs\" began in May 2014 and stopped two weeks later.\n"
    "Follow us on our channels for more news\n"
    "Boats leave every Monday and Friday from 07:00 to 19:30. A return ticket costs 12.50 crowns for adults, the "
    "operator wrote; children travel free until next summer.\n\n"
    "Last year 1,204,000 people crossed the bay by road, which takes three hours. Dr. Ines Valdor of the University of "
    "Ostrava told the Courier that she expects half of them on the water \"within ten years\".\n\n"
    "Tags: ferries, harbours, Ostrava Bay\n"
    "\xC2\xA9 2019 Brenford Courier. All rights reserved.\n"
    "Related news\nBridge tolls rise again in Brenford\nEconomy 6 November 22:15\n"
    "Exclusive: Guild asks for second pier\nPolitics 5 November 09:10\nStorm season begins early (PHOTO)\nWeather "
    "18:40\n"
    "Latest\n12:31\nCouncil votes on night trains\nTransport\n12:02\nMuseum finds a lost map\nCulture\n11:59\n"
    "Ostrava Bay wins at home\nSport";

}  // namespace

std::string_view sample_page() noexcept {
  return kSample;
}

TextMaker::TextMaker(uint64_t seed) : random_(seed), phrases_(data_phrases()) {}

std::string TextMaker::bytes(size_t size) {
  std::string out(size, '\0');
  // Half of the texts use few different bytes, so that line ends and lead bytes meet often.
  static constexpr std::string_view kFew = "\r\n\v\f\xC2\x85\xE2\x80\xA8\xA9\xEF\xBB\xBF\"'a 1.";
  const bool few = random_.one_in(2);
  for (char& byte : out) {
    byte = few ? kFew[random_.below(kFew.size())] : static_cast<char>(random_.next() & 0xFFU);
  }
  return out;
}

void TextMaker::add_fragment(std::string* out) {
  switch (random_.below(8)) {
    case 0:
    case 1:
      out->append(kFragments[random_.below(std::size(kFragments))]);
      break;
    case 2:
      out->append(std::to_string(random_.below(random_.one_in(3) ? 100000 : 32)));
      break;
    case 3:
    case 4:
    case 5:
      out->append(phrases_[random_.below(phrases_.size())]);
      break;
    default: {  // a piece of the sample page
      const size_t at = random_.below(kSample.size());
      out->append(kSample.substr(at, random_.below(120)));
      break;
    }
  }
}

void TextMaker::add_line(std::string* out) {
  const size_t fragments = 1 + random_.below(random_.one_in(4) ? 24 : 5);
  for (size_t i = 0; i < fragments; ++i) {
    add_fragment(out);
    static constexpr std::string_view kBetween[] = {" ", " ", " ", " ", ", ", ". ", ": ", "", "-", "/", " \xC2\xB7 "};
    out->append(kBetween[random_.below(std::size(kBetween))]);
  }
  out->append(kLineEnds[random_.below(std::size(kLineEnds))]);
}

void TextMaker::damage(std::string* text) {
  const size_t wounds = 1 + random_.below(4);
  for (size_t i = 0; i < wounds; ++i) {
    const size_t at = random_.below(text->size());
    if (random_.one_in(2)) {
      text->insert(at, kDamage[random_.below(std::size(kDamage))]);
    } else {
      text->erase(at, 1 + random_.below(3));
    }
  }
}

std::string TextMaker::page(size_t about_bytes) {
  std::string out;
  const bool whole_sample_first = random_.one_in(3);
  if (whole_sample_first) {
    out.append(kSample.substr(0, random_.below(kSample.size())));
  }
  while (out.size() < about_bytes) {
    add_line(&out);
  }
  if (random_.one_in(3)) {
    damage(&out);
  }
  return out;
}

}  // namespace article::test
