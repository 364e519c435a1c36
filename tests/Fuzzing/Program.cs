using System.CommandLine;
using Fuzzing;
using Fuzzing.Operators;

var calls = new Option<int>("--calls") { Description = "calls in all", DefaultValueFactory = _ => 20_000 };
var seed = new Option<int>("--seed") { Description = "decides all arguments", DefaultValueFactory = _ => 1 };
var only = new Option<string?>("--only") { Description = "the one operator to call, by its name in torch.ops.aten" };
var index = new Option<int>("--index") { Description = "the operator to begin with" };
var number = new Option<int>("--number") { Description = "the call to begin with" };

var operators = new Command("operators", "calls every generated operator with arguments of chance") { calls, seed, only };
operators.SetAction(parsed =>
{
    var settings = new Settings(parsed.GetValue(calls), parsed.GetValue(seed), parsed.GetValue(only));
    var tally = new Supervisor(settings, Console.Out).Run();
    foreach (var (outcome, count) in tally.Outcomes)
    {
        Console.WriteLine($"{count,8} {outcome}");
    }

    Console.WriteLine($"{tally.Calls} calls of {settings.Operators().Length} operators: {tally.Fatal} ended the process, {tally.Findings.Count - tally.Fatal} threw what tells nothing");
    return tally.Findings.Count == 0 ? 0 : 1;
});

var worker = new Command("worker", "one process of \"operators\"; says each call and its end") { calls, seed, only, index, number };
worker.Hidden = true;
worker.SetAction(parsed => Worker.Run(
    new Settings(parsed.GetValue(calls), parsed.GetValue(seed), parsed.GetValue(only)), parsed.GetValue(index), parsed.GetValue(number)));

var minutes = new Option<double>("--minutes") { Description = "how long", DefaultValueFactory = _ => 10 };
var soak = new Command("soak", "mixed work without a Dispose; memory must stay flat") { minutes };
soak.SetAction(parsed => Soak.Run(TimeSpan.FromMinutes(parsed.GetValue(minutes))));

var count = new Option<int>("--threads") { Description = "how many", DefaultValueFactory = _ => 4 };
var uses = new Option<int>("--uses") { Description = "by each thread", DefaultValueFactory = _ => 100_000 };
var threads = new Command("threads", "threads use, dispose and replace the same tensors; every use gives the value or says that the tensor is gone") { count, uses };
threads.SetAction(parsed =>
{
    var (used, gone, wrong) = Threads.Run(parsed.GetValue(count), parsed.GetValue(uses));
    Console.WriteLine($"{used} uses by {parsed.GetValue(count)} threads, {gone} more found the tensor disposed, {wrong} read another value");
    return wrong == 0 && gone > 0 ? 0 : 1;
});

return new RootCommand("Throws chance at Torchlight.") { operators, soak, threads, worker }.Parse(args).Invoke();
