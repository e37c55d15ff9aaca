workspace "Dependencies of issue-6655" "" {
  model {
    properties {
      "structurizr.groupSeparator" "›"
    }
    in_host___server1 = softwareSystem "host:server1" {
      dns__server1 = container "dns" "" "service" "service"
      grafana__server1 = container "grafana" "" "service" "service"
      monitoring__server1 = container "monitoring" "" "service" "service"
      pki__server1 = container "pki" "" "service" "service"
      reverse_proxy__server1 = container "reverse-proxy" "" "service" "service"
    }
    missing___data_mesher = softwareSystem "data-mesher (missing)" "" "missing,problem"
    dns__server1 -> missing___data_mesher "needs (missing)" "" "problem"
    grafana__server1 -> monitoring__server1 "needs" "" "requires"
    grafana__server1 -> reverse_proxy__server1 "needs" "" "requires"
    monitoring__server1 -> dns__server1 "needs" "" "requires"
    monitoring__server1 -> pki__server1 "needs" "" "requires"
  }
  views {
    systemLandscape "fairlead" "Dependencies of issue-6655" {
      include *
      autolayout lr
    }
    container in_host___server1 "in_host___server1" "host:server1" {
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
      relationship "problem" {
        color #c92a2a
        dashed true
      }
    }
  }
}
