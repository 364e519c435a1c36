using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Aot;

/// <summary>A training loop with a data loader, an optimizer and a schedule, cut in two by a checkpoint.</summary>
internal static class PlainLoop
{
    public static void Run(string folder)
    {
        manual_seed(3);
        using var scope = NewDisposeScope();
        var (vectors, labels) = Digits.Draw(512, seed: 1);
        using var network = new Digits.Network();
        using var optimizer = optim.AdamW(network.parameters(), 0.01);
        var schedule = optim.lr_scheduler.StepLR(optimizer, 4, 0.5);
        var losses = Epochs(network, optimizer, schedule, vectors, labels, 6);
        Checks.That(losses[^1] < losses[0] / 3, $"the loss goes down, from {losses[0]:f3} to {losses[^1]:f3}");
        var accuracy = Digits.Accuracy(network, vectors, labels);
        Checks.That(accuracy > 90, $"{accuracy:f1} % are right");

        var file = Path.Combine(folder, "plain.pt");
        serialization.save(new Dictionary<string, object?> { ["model"] = network.state_dict(), ["epoch"] = 6L }, file);
        var read = (Dictionary<string, object?>)serialization.load(file)!;
        using var again = new Digits.Network();
        again.load_state_dict(((Dictionary<string, object?>)read["model"]!).ToDictionary(entry => entry.Key, entry => (Tensor)entry.Value!));
        Checks.That((long)read["epoch"]! == 6, "the epoch comes back");
        Checks.That(Same(network, again, vectors), "the checkpoint gives the same answers");

        var native = Path.Combine(folder, "plain.dat");
        network.save(native);
        using var third = new Digits.Network();
        third.load(native);
        Checks.That(Same(network, third, vectors), "the .dat file gives the same answers");
    }

    private static bool Same(Digits.Network left, Digits.Network right, Tensor vectors)
    {
        left.eval();
        right.eval();
        return ops.aten.equal(left.call(vectors), right.call(vectors));
    }

    private static List<float> Epochs(
        Digits.Network network, optim.Optimizer optimizer, optim.lr_scheduler.LRScheduler schedule, Tensor vectors, Tensor labels, int count)
    {
        var losses = new List<float>();
        using var loader = utils.data.DataLoader(utils.data.TensorPairDataset(vectors, labels), batch_size: 32, shuffle: true, num_workers: 2);
        network.train();
        for (var epoch = 0; epoch < count; epoch++)
        {
            var sum = 0f;
            foreach (var (x, y) in loader)
            {
                using var step = NewDisposeScope();
                optimizer.zero_grad();
                var loss = nn.functional.cross_entropy(network.call(x), y);
                loss.backward();
                optimizer.step();
                sum += loss.item<float>();
            }

            schedule.step();
            losses.Add(sum);
        }

        return losses;
    }
}
