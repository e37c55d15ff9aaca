{
  den.kinds.cluster.parent = "environment";
  den.kinds.node.parent = "cluster";

  den.entities.cluster.database = { };
  den.entities.node.n1.cluster = "databse";
}
