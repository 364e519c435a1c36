// Runs each case in our own, Python's and (where the budget says so) C++'s peer process, by turns in the same run, and prints the ratios
// beside the budgets of the design. A process that is measured starts here too and takes the shortest way to its case.
using Torchlight.Benchmarks;
using Torchlight.Benchmarks.Cases;
using Torchlight.Benchmarks.Peers;

return args switch
{
    ["once", var one] => Once.Run(one),
    ["once", var one, var argument] => Once.Run(one, argument),
    ["peer"] => PeerLoop.Serve(Console.In, Console.Out),
    ["rank", var port, var iterations] => DataParallel.Second(port, long.Parse(iterations)),
    _ => BenchmarkCommand.Run(args),
};
