using TorchSharp;
using static TorchSharp.torch;

namespace Fuzzing;

/// <summary>A little of everything that programs do with tensors, without a Dispose.</summary>
internal sealed class MixedWork
{
    private readonly nn.Module<Tensor, Tensor> network = nn.Sequential(
        nn.Conv2d(3, 8, 3, padding: 1), nn.BatchNorm2d(8), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(8 * 8 * 8, 10));

    private readonly optim.Optimizer optimizer;
    private readonly string folder = Directory.CreateTempSubdirectory("torchlight-soak-").FullName;
    private long round;

    public MixedWork()
    {
        optimizer = optim.Adam(network.parameters());
    }

    /// <summary>Operators called so far, about.</summary>
    public long Operations { get; private set; }

    /// <summary>One turn of each kind of work.</summary>
    public void Round()
    {
        round++;
        Train();
        Small();
        Views();
        Large();
        Mistakes();
        if (round % 20 == 0)
        {
            Files();
        }
    }

    private void Train()
    {
        var loss = nn.functional.cross_entropy(network.call(torch.randn(8, 3, 16, 16)), torch.randint(0, 10, [8]));
        optimizer.zero_grad();
        loss.backward();
        optimizer.step();
        Operations += 80;
    }

    private void Small()
    {
        var sum = torch.zeros(2, 2);
        for (var i = 0; i < 200; i++)
        {
            sum = (sum * 0.5f) + torch.ones(2, 2) - (i % 3);
        }

        _ = sum[0, 0].item<float>();
        Operations += 800;
    }

    private void Views()
    {
        var table = torch.randn(64, 64);
        for (var i = 0; i < 50; i++)
        {
            var row = table[i];
            table[.., i % 64] = row.flip(0).sort().Values;
            _ = torch.cat([row, table[i..(i + 2)].flatten()]).topk(3).indexes.data<long>().ToArray();
        }

        Operations += 500;
    }

    private void Large()
    {
        var picture = torch.rand(1024, 1024);
        _ = (picture.exp() * picture).mean().ToSingle();
        Operations += 4;
    }

    private void Mistakes()
    {
        try
        {
            _ = torch.ones(2, 3).mm(torch.ones(2, 3));
        }
        catch (System.Runtime.InteropServices.ExternalException)
        {
            Operations += 3;
        }
    }

    private void Files()
    {
        var path = Path.Combine(folder, "state.pt");
        torch.serialization.save(network.state_dict().ToDictionary(entry => entry.Key, entry => (object?)entry.Value), path);
        _ = torch.serialization.load(path);
    }
}
