// Only what is asked for is read: each field alone is what it is among all others.
#include <catch2/catch.hpp>
#include <memory_resource>
#include <vector>

#include "core/article.h"

using namespace article;

namespace {

constexpr std::string_view kPage =
    "Home | News | Sport\n"
    "Economy\n"
    "Harbour council agrees on new ferry line after years of talks\n"
    "The line opens in spring and connects both sides of the bay\n"
    "By Mara Ilvent and Otto Brask\n"
    "7 November 2019, 11:55 (UTC+04:00)\n"
    "Updated: 8 November 2019\n"
    "BRENFORD, Norland, Nov. 7 (Reuters) - The harbour council agreed on Thursday on a ferry line that the town had "
    "waited for since the old bridge was closed, according to the ministry of transport.\n"
    "\"We have talked about this line for eleven years,\" said Jana Torvik, who heads the council, and added that the "
    "first boat would leave before the end of April.\n"
    "Tags: ferry, harbour\n"
    "Related news\n"
    "Old bridge of Brenford stays closed until next summer\n"
    "6 November 22:15\n"
    "Storm delays the boats on the northern coast again\n"
    "5 November 09:40\n"
    "\xC2\xA9 2019 The Brenford Post. All rights reserved.\n";

std::vector<std::string> values_of(const Fields& fields, Field field) {
  std::vector<std::string> out;
  fields.each(field, [&](std::string_view value) { out.emplace_back(value); });
  return out;
}

}  // namespace

TEST_CASE("a field that is read alone is what it is among all") {
  Document all(kPage, Options(), std::pmr::get_default_resource());
  const Fields& fields = all.fields(Interrupt());
  size_t known = 0;
  for (size_t i = 0; i < kFieldCount; ++i) {
    const auto field = static_cast<Field>(i);
    INFO(field_name(field));
    Document one(kPage, Options(), std::pmr::get_default_resource());
    CHECK(values_of(one.fields(Interrupt(), field_set(field)), field) == values_of(fields, field));
    known += fields.first(field) != nullptr ? 1 : 0;
  }
  CHECK(known >= 15);
}

TEST_CASE("what is asked for later is read later") {
  Document all(kPage, Options(), std::pmr::get_default_resource());
  const size_t count = all.fields(Interrupt()).all().size();
  Document page(kPage, Options(), std::pmr::get_default_resource());
  CHECK(page.fields(Interrupt(), field_set(Field::kHeadline)).first(Field::kByline) == nullptr);
  CHECK(page.fields(Interrupt(), field_set(Field::kByline)).all().size() == count);
  CHECK(page.related_items(Interrupt()).size() == all.related_items(Interrupt()).size());
}

TEST_CASE("items that are only counted are as many as those that are read") {
  for (const std::string_view line :
       {"Ferry line opens again - https://paper.example/ferry", "https://paper.example/ferry"}) {
    std::string text(kPage);
    text.append("Most read\n").append(line).append("\nHarbour clinic moves to the old market hall\n");
    Document counted(text, Options(), std::pmr::get_default_resource());
    Document read(text, Options(), std::pmr::get_default_resource());
    const auto count = counted.fields(Interrupt(), field_set(Field::kRelatedCount)).value(Field::kRelatedCount);
    CHECK(count == std::to_string(read.related_items(Interrupt()).size()));
  }
}
