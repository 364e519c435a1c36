using System.CommandLine;
using Fuzzing;
using Fuzzing.Files;
using Fuzzing.Operators;

var calls = new Option<int>("--calls") { Description = "calls in all", DefaultValueFactory = _ => 20_000 };
var seed = new Option<int>("--seed") { Description = "decides all arguments", DefaultValueFactory = _ => 1 };
var only = new Option<string?>("--only") { Description = "the one subject to try: an operator's name in torch.ops.aten, a file's name" };

// How the supervisor starts the process that calls.
var worker = new Option<bool>("--worker") { Hidden = true };
var index = new Option<int>("--index") { Hidden = true };
var number = new Option<int>("--number") { Hidden = true };

var operators = Fuzz("operators", "calls every generated operator with arguments of chance", (calls, seed, only) => new OperatorCalls("operators", Operator.All(), calls, seed, only));
var surface = Fuzz("surface", "calls the functions of torch and of tensors, as programs do, with arguments of chance",
    (calls, seed, only) => new OperatorCalls("surface", Surface.All(), calls, seed, only));
var files = Fuzz("files", "loads damaged files of every format", (calls, seed, only) => new FileLoads(calls, seed, only));

var minutes = new Option<double>("--minutes") { Description = "how long", DefaultValueFactory = _ => 10 };
var soak = new Command("soak", "mixed work without a Dispose; memory must stay flat") { minutes };
soak.SetAction(parsed => Soak.Run(TimeSpan.FromMinutes(parsed.GetValue(minutes))));

var steps = new Option<int>("--steps") { Description = "how many", DefaultValueFactory = _ => 100_000 };
var trainer = new Command("trainer", "a long fit whose code disposes nothing; memory must stay flat") { steps };
trainer.SetAction(parsed => TrainerSoak.Run(parsed.GetValue(steps)));

var count = new Option<int>("--threads") { Description = "how many", DefaultValueFactory = _ => 4 };
var uses = new Option<int>("--uses") { Description = "by each thread", DefaultValueFactory = _ => 100_000 };
var threads = new Command("threads", "threads use, dispose and replace the same tensors; every use gives the value or says that the tensor is gone") { count, uses };
threads.SetAction(parsed =>
{
    var (used, gone, wrong) = Threads.Run(parsed.GetValue(count), parsed.GetValue(uses));
    Console.WriteLine($"{used} uses by {parsed.GetValue(count)} threads, {gone} more found the tensor disposed, {wrong} read another value");
    return wrong == 0 && gone > 0 ? 0 : 1;
});

return new RootCommand("Throws chance at Torchlight.") { operators, surface, files, soak, trainer, threads }.Parse(args).Invoke();

Command Fuzz(string name, string description, Func<int, int, string?, IFuzzed> create)
{
    var command = new Command(name, description) { calls, seed, only, worker, index, number };
    command.SetAction(parsed =>
    {
        var subjects = create(parsed.GetValue(calls), parsed.GetValue(seed), parsed.GetValue(only));
        if (parsed.GetValue(worker))
        {
            return Worker.Run(subjects, parsed.GetValue(index), parsed.GetValue(number));
        }

        var tally = new Supervisor(subjects, Console.Out).Run();
        foreach (var (outcome, count) in tally.Outcomes)
        {
            Console.WriteLine($"{count,8} {outcome}");
        }

        Console.WriteLine($"{tally.Calls} calls of {subjects.Count} {name}: {tally.Fatal} ended the process, {tally.Findings.Count - tally.Fatal} threw what tells nothing");
        return tally.Findings.Count == 0 ? 0 : 1;
    });
    return command;
}
