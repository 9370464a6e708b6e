// Lines of cells: menus in one line, rows of tables.
#include "core/fields/cells.h"

#include <catch2/catch.hpp>

using namespace article;

TEST_CASE("cells: tabs, bars, bullets and runs of blanks part them") {
  CHECK(is_row_of_cells("Ports\tTerminals\tEvents"));
  CHECK(is_row_of_cells("About | Write for us | Imprint"));
  CHECK(is_row_of_cells("NEWS  SPORT  COURTS"));
  CHECK(is_row_of_cells("Privacy \u2022 Terms \u2022 Contact us"));
  CHECK_FALSE(is_row_of_cells("Photos | Sun and fog"));
  CHECK_FALSE(is_row_of_cells("Home  Metro  How tailor stitched community school back to life"));
  CHECK_FALSE(is_row_of_cells("The council met on Friday.  It agreed.  The bridge will open."));
  CHECK_FALSE(is_row_of_cells("Home | News | Sport", 4));
  CHECK_FALSE(is_row_of_cells(""));
}

TEST_CASE("cells: a label is one of them if all its words are") {
  CHECK(has_cell("Food | Stays | Weekend Guides", "WEEKEND GUIDES"));
  CHECK_FALSE(has_cell("Food | Stays | Weekend Guides", "Guides"));
  CHECK_FALSE(has_cell("Food | Stays", ""));
}
