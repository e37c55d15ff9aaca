workspace "Dependencies of x: changes" "Marks: −removed, +added, >moved, =renamed." {
  model {
    properties {
      "structurizr.groupSeparator" "›"
    }
    in_host___a = softwareSystem "host:a" {
      old__a = container "old (−removed)" "" "service" "service,old"
      web__a = container "web" "" "service" "service,outside"
    }
    in_host___b = softwareSystem "host:b" {
      db__b = container "db ← db@a (>moved)" "" "service" "service,moved"
      unbound__b = container "unbound ← dns@b (=renamed)" "" "service" "service,renamed"
    }
    in_host___new = softwareSystem "host:new (+added)" {
      n35_new_H02405f5e9321cde5 = container "#35; (+added)" "" "service" "service,new"
      x_2_new_H6d9497ccc9e6f787 = container "$$x^2$$ (+added)" "" "service" "service,new"
      lt_b_gt_new_Hca19c8d278c84f25 = container "&lt;b&gt; (+added)" "" "service" "service,new"
      bold_it_new_H41a0704a2c1abbd5 = container "**bold** _it_ * (+added)" "" "service" "service,new"
      n1st_new_H2d37ba023ce98e15 = container "1st (+added)" "" "service" "service,new"
      img_src_x_onerror_alert__H68c0f80ceaa974ae = container "<img src=x onerror=alert(1)> (+added)" "" "service" "service,new"
      script_alert_1_script_ne_Hc6112c22fb543a4e = container "<script>alert(1)</script> (+added)" "" "service" "service,new"
      c_new_table_new_H00924f3dc8ff549e = container "C:\⁠new\⁠table (+added)" "" "service" "service,new"
      bold_new_H62078f72dbe56a61 = container "`**bold**` (+added)" "" "service" "service,new"
      code_new_H16116475dc6570ed = container "`code` (+added)" "" "service" "service,new"
      a_b_new_H42614583196859bc = container "a\"b (+added)" "" "service" "service,new"
      a_b_new_H5db7f3793de8a7c4 = container "a;b (+added)" "" "service" "service,new"
      click__new = container "click (+added)" "" "service" "service,new"
      default__new = container "default (+added)" "" "service" "service,new"
      end__new = container "end (+added)" "" "service" "service,new"
      graph__new = container "graph (+added)" "" "service" "service,new"
      it_s_new_H25427cc05a35d8ad = container "it's (+added)" "" "service" "service,new"
      long_long_long_long_long_H5b97ef4ab0acde70 = container "long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long- (+added)" "" "service" "service,new"
      o__new = container "o (+added)" "" "service" "service,new"
      style__new = container "style (+added)" "" "service" "service,new"
      stylesheet__new = container "stylesheet (+added)" "" "service" "service,new"
      subgraph__new = container "subgraph (+added)" "" "service" "service,new"
      x__new = container "x (+added)" "" "service" "service,new"
      new_H0b29b8d0da17615f = container "日本 😀 é (+added)" "" "service" "service,new"
    }
    missing___gone = softwareSystem "gone (missing, +added)" "" "missing,problem"
    web__a -> missing___gone "needs (missing, +added)" "" "problem"
    web__a -> db__b "needs" "" "requires"
    web__a -> end__new "needs (+added)" "" "new"
    web__a -> unbound__b "needs" "" "requires"
    web__a -> old__a "needs (−removed)" "" "old"
  }
  views {
    systemLandscape "fairlead" "Dependencies of x: changes" {
      include *
      autolayout lr
    }
    container in_host___a "in_host___a" "host:a" {
      include *
      autolayout lr
    }
    container in_host___b "in_host___b" "host:b" {
      include *
      autolayout lr
    }
    container in_host___new "in_host___new" "host:new (+added)" {
      include *
      autolayout lr
    }
    styles {
      element "problem" {
        border dashed
        background #fff5f5
        color #c92a2a
      }
      element "outside" {
        border dotted
      }
      element "old" {
        border dashed
        background #fff5f5
        color #c92a2a
      }
      element "new" {
        strokeWidth 4
        background #ebfbee
        color #1e6b30
      }
      element "moved" {
        border dotted
        background #e7f5ff
        color #1864ab
      }
      element "renamed" {
        border dotted
        background #e7f5ff
        color #1864ab
      }
      relationship "old" {
        style dashed
        color #c92a2a
      }
      relationship "new" {
        thickness 4
        color #1e6b30
      }
      relationship "problem" {
        color #c92a2a
        dashed true
      }
    }
  }
}
