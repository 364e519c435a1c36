using System.Globalization;
using TorchSharp.Modules;
using static Torchlight.Tests.Processes.RankProgram;
using static TorchSharp.torch.utils.data;

namespace Lightning.Tests;

/// <summary>One loop with Fabric, run by one process or shared by two; what came of it is reported.</summary>
internal static class SharedLoop
{
    private const int Joint = 8;

    internal static double[] Run(string folder, Strategy strategy, int devices)
    {
        var fabric = new Fabric(accelerator: "cpu", strategy: strategy, devices: devices, loggers: new CSVLogger(folder, name: "logs"));
        fabric.launch();

        // Each process makes other weights: the first one's count.
        torch.manual_seed(fabric.global_rank);
        var net = torch.nn.Sequential(("inner", torch.nn.Linear(4, 8)), ("tanh", torch.nn.Tanh()), ("outer", torch.nn.Linear(8, 1)));
        var refused = devices == 1 ? "" : Refused(() => fabric.backward(torch.ones(1, requires_grad: true)));
        var (model, optimizer) = fabric.setup(net, torch.optim.SGD(net.parameters(), 0.1, momentum: 0.9));
        var batches = fabric.setup_dataloaders(DataLoader(new Rows(), batch_size: Joint / devices));
        var (quiet, loud) = ("", "");
        for (var epoch = 0; epoch < 4; epoch++)
        {
            // Frozen and thawed on the way: gradients are averaged of what is trained.
            net.get_parameter("outer.bias")!.requires_grad = epoch != 1;
            var step = 0;
            foreach (var (x, y) in batches)
            {
                var last = ++step % 2 == 0;
                using (fabric.no_backward_sync(model, enabled: !last))
                {
                    fabric.backward(torch.nn.functional.mse_loss(model.call(x), y) / 2, model);
                }

                (quiet, loud) = last ? (quiet, Text(Gradients(net))) : (Text(Gradients(net)), loud);
                if (last)
                {
                    fabric.clip_gradients(model, optimizer, max_norm: 0.5);
                    optimizer.step();
                    optimizer.zero_grad();
                }
            }

            fabric.log("epoch", epoch);
        }

        var weights = Numbers(net.parameters());
        if (devices > 1)
        {
            Report($"refused on rank {fabric.global_rank}", refused);
            Report($"weights of rank {fabric.global_rank}", Text(weights));
            Report($"quiet gradients of rank {fabric.global_rank}", quiet);
            Report($"gradients of rank {fabric.global_rank}", loud);
            Tell(fabric, folder);
            Keep(fabric, model, optimizer, folder);
            fabric.barrier();
        }

        fabric.Dispose();
        return weights;
    }

    /// <summary>The second process fails inside of a function that was launched.</summary>
    internal static void Crash() => new Fabric(accelerator: "cpu", strategy: "ddp", devices: 2).launch(fabric =>
    {
        if (fabric.global_rank == 1)
        {
            throw new InvalidDataException("the second rank's data are rotten");
        }

        fabric.barrier();
    });

    private static void Tell(Fabric fabric, string folder)
    {
        var rank = fabric.global_rank;
        var own = torch.tensor(new[] { rank + 1f, 10f * (rank + 1) });
        var reduced = fabric.all_reduce(new Dictionary<string, object?> { ["pair"] = (own, own + 1), ["list"] = new List<Tensor> { own } }, "sum");
        var (first, second) = ((Tensor, Tensor))reduced["pair"]!;
        var gathered = fabric.all_gather((own, own.to(ScalarType.Int64)));
        var sent = fabric.broadcast(rank == 1 ? torch.tensor(new long[,] { { 1, 2 }, { 3, 4 } }) : torch.zeros(1), src: 1);
        Report($"exchange of rank {rank}", string.Join(
            ' ',
            fabric.all_reduce(own)[1].item<float>(),
            first[0].item<float>(),
            second[1].item<float>(),
            ((List<Tensor>)reduced["list"]!)[0][0].item<float>(),
            fabric.all_reduce(rank + 1.0),
            fabric.all_reduce(own, "max")[0].item<float>(),
            string.Join(',', gathered.Item1.shape),
            gathered.Item2[1, 1].item<long>(),
            $"{sent.dtype}:{string.Join(',', sent.flatten().data<long>().ToArray())}",
            fabric.broadcast($"from {rank}", src: 1),
            fabric.broadcast(rank + 3)));
        var part = torch.tensor(new[] { 1f, 1 }, requires_grad: true);
        var weight = torch.tensor(new float[,] { { 1, 2 }, { 3, 4 } }) * (rank + 1);
        fabric.backward((fabric.all_gather(part, sync_grads: true) * weight).sum());
        Report($"gathered gradient of rank {rank}", string.Join(' ', part.grad!.data<float>().ToArray()));
        var file = Path.Combine(folder, "first");
        using (fabric.rank_zero_first())
        {
            Report($"order of rank {rank}", File.Exists(file));
            File.WriteAllText(file, "here");
        }

        fabric.print($"printed once, by rank {rank}");
        var shuffled = fabric.setup_dataloaders(DataLoader(new Rows(), batch_size: 16, shuffle: true), DataLoader(new Rows(), batch_size: 32), use_distributed_sampler: true);
        foreach (var epoch in (string[])["first", "second"])
        {
            Report($"{epoch} samples of rank {rank}", string.Join(' ', shuffled.first.SelectMany(batch => batch.Item1[.., 0].data<float>().ToArray()).Select(value => (int)value)));
        }

        Report($"whole of rank {rank}", fabric.setup_dataloaders(DataLoader(new Rows(), batch_size: 32), use_distributed_sampler: false).Single().Item1.shape[0]);
        var teacher = torch.nn.Linear(4, 1);
        teacher.requires_grad_(false);
        Report($"teacher of rank {rank}", fabric.setup(teacher).call(torch.ones(2, 4)).shape[0]);
    }

    private static void Keep(Fabric fabric, FabricModule<Tensor, Tensor> model, FabricOptimizer optimizer, string folder)
    {
        var path = Path.Combine(folder, "loop.ckpt");
        fabric.save(path, new Dictionary<string, object?> { ["model"] = model, ["optimizer"] = optimizer, ["rank"] = fabric.global_rank });
        var before = Text(Numbers(model.parameters()));
        using (torch.no_grad())
        {
            model.parameters().First().add_(fabric.global_rank + 1);
        }

        var state = new Dictionary<string, object?> { ["model"] = model, ["optimizer"] = optimizer, ["rank"] = -1 };
        fabric.load(path, state);
        Report($"came back on rank {fabric.global_rank}", $"{before == Text(Numbers(model.parameters()))} {state["rank"]}");
        try
        {
            fabric.save(Path.Combine(path, "below.ckpt"), state);
        }
        catch (IOException error)
        {
            Report($"not written on rank {fabric.global_rank}", error.Message);
        }
    }

    private static string Refused(Action action)
    {
        try
        {
            action();
            return "";
        }
        catch (InvalidOperationException error)
        {
            return error.Message;
        }
    }

    private static IEnumerable<Tensor> Gradients(torch.nn.Module net) => net.parameters().Select(parameter => parameter.grad).OfType<Tensor>();

    private static double[] Numbers(IEnumerable<Tensor> tensors) => [.. tensors.SelectMany(tensor => tensor.detach().to(ScalarType.Float64).flatten().data<double>().ToArray())];

    private static string Text(IEnumerable<Tensor> tensors) => Text(Numbers(tensors));

    private static string Text(double[] numbers) => string.Join(' ', numbers.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

    private sealed class Rows : Dataset<(Tensor, Tensor)>
    {
        public override long Count => 32;

        // The first number tells a sample from all others.
        public override (Tensor, Tensor) GetTensor(long index) => (
            torch.tensor(new[] { (float)index, index % 3, index % 5, index % 7 }), torch.tensor(new[] { MathF.Sin(index) }));
    }
}
