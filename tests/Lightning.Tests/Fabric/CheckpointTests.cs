using System.Globalization;
using Lightning.Plugins;
using static TorchSharp.torch.utils.data;

namespace Lightning.Tests.FabricTests;

/// <summary>What is saved comes back: a run that goes on is the unbroken one, bit for bit, and Python opens the file.</summary>
public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("run.ckpt");

    [Theory]
    [InlineData("32-true")]
    [InlineData("bf16-mixed")]
    public void A_run_that_goes_on_in_the_midst_of_an_epoch_ends_as_the_unbroken_one(string precision)
    {
        var whole = new Run(precision, seed: 3);
        whole.Go(until: 12, saveAt: 5, File);
        var resumed = new Run(precision, seed: 30);
        resumed.Load(File);
        Assert.Equal(5, resumed.Step);
        resumed.Go(until: 12);

        Assert.Equal(whole.Seen[5..], resumed.Seen);
        Assert.Equal(whole.Net.Weights(), resumed.Net.Weights());
        Assert.Equal(whole.Rate, resumed.Rate);
    }

    [PythonFact]
    public void Python_opens_the_file()
    {
        var run = new Run("32-true", seed: 3);
        run.Go(until: 2);
        run.Save(File);

        var expected = string.Join(' ', run.Net.outer.weight!.flatten().data<float>().ToArray().Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
        Assert.Equal($"same 2 run", Python.Run("""
            import sys, torch
            state = torch.load(sys.argv[1])
            own = torch.nn.ModuleDict({"inner": torch.nn.Linear(32, 16), "norm": torch.nn.BatchNorm1d(16), "outer": torch.nn.Linear(16, 1)})
            own.load_state_dict(state["model"])
            optimizer = torch.optim.Adam(own.parameters())
            optimizer.load_state_dict(state["optimizer"])
            same = torch.equal(own["outer"].weight.flatten(), torch.tensor([float(x) for x in sys.argv[2].split()]))
            print("same" if same and optimizer.param_groups[0]["lr"] == state["scheduler"]["_last_lr"][0] else "other", state["step"], state["name"])
            """, File, expected));
    }

    [PythonFact]
    public void A_state_that_Python_wrote_is_loaded()
    {
        Python.Run("""
            import sys, torch
            torch.manual_seed(0)
            own = torch.nn.Linear(2, 3)
            optimizer = torch.optim.SGD(own.parameters(), lr=0.25, momentum=0.9)
            own(torch.ones(1, 2)).sum().backward()
            optimizer.step()
            torch.save({"model": own.state_dict(), "optimizer": optimizer.state_dict(), "step": 7, "more": [1, 2]}, sys.argv[1])
            torch.save(own.state_dict(), sys.argv[1] + ".raw")
            torch.save(optimizer.state_dict(), sys.argv[1] + ".opt")
            """, File);
        var fabric = new Fabric(accelerator: "cpu");
        var net = torch.nn.Linear(2, 3);
        var (model, optimizer) = fabric.setup(net, torch.optim.SGD(net.parameters(), 0.1, momentum: 0.9));
        var state = new Dictionary<string, object?> { ["model"] = model, ["optimizer"] = optimizer, ["step"] = 0 };
        var rest = fabric.load(File, state);

        Assert.Equal(["more"], rest.Keys);
        Assert.Equal(7, state["step"]);
        Assert.Same(model, state["model"]);
        Assert.Equal(0.25, optimizer.ParamGroups.Single().LearningRate);
        var weights = net.weight!.data<float>().ToArray();
        fabric.load_raw($"{File}.opt", optimizer);
        net.weight!.detach().zero_();
        fabric.load_raw($"{File}.raw", model);
        Assert.Equal(weights, net.weight!.data<float>().ToArray());
        Assert.Equal(["model", "optimizer", "step", "more"], fabric.load(File).Keys);
    }

    [Fact]
    public void A_filter_leaves_entries_out_and_loading_without_strictness_takes_what_is_there()
    {
        var fabric = new Fabric(accelerator: "cpu");
        var (first, second) = (LoopNet.Seeded(), LoopNet.Seeded(4));
        var before = second.outer.weight!.data<float>().ToArray();
        var filter = new Dictionary<string, Func<string, object?, bool>> { ["model"] = (name, _) => !name.StartsWith("outer.", StringComparison.Ordinal) };
        fabric.save(File, new Dictionary<string, object?> { ["model"] = fabric.setup(first) }, filter);
        var state = new Dictionary<string, object?> { ["model"] = fabric.setup(second), ["step"] = 4 };

        Assert.Contains("\"step\"", Assert.Throws<KeyNotFoundException>(() => fabric.load(File, state)).Message, StringComparison.Ordinal);
        fabric.load(File, state, strict: false);
        Assert.Equal(first.inner.weight!.data<float>().ToArray(), second.inner.weight!.data<float>().ToArray());
        Assert.Equal(before, second.outer.weight!.data<float>().ToArray());
        Assert.Equal(4, state["step"]);
        Assert.Throws<KeyNotFoundException>(() => fabric.save(File, new Dictionary<string, object?>(), filter));
    }

    [Fact]
    public void Objects_with_a_state_of_their_own_are_kept()
    {
        var fabric = new Fabric(accelerator: "cpu");
        fabric.save(File, new Dictionary<string, object?> { ["counter"] = new Counter { Value = 6 }, ["rate"] = 0.5f });
        var counter = new Counter();
        var state = new Dictionary<string, object?> { ["counter"] = counter, ["rate"] = 0f };
        fabric.load(File, state);

        Assert.Equal(6, counter.Value);
        Assert.Equal(0.5f, state["rate"]);
    }

    [Fact]
    public void What_writes_and_reads_can_be_another()
    {
        var fabric = new Fabric(accelerator: "cpu", plugins: [new AsyncCheckpointIO()]);
        var net = LoopNet.Seeded();
        fabric.save(File, new Dictionary<string, object?> { ["model"] = net });
        var saved = net.Weights();
        using (torch.no_grad())
        {
            net.inner.weight!.zero_();
        }

        fabric.Dispose();
        fabric.load(File, new Dictionary<string, object?> { ["model"] = net });
        Assert.Equal(saved, net.Weights());
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        var fabric = new Fabric(accelerator: "cpu");
        fabric.save(File, new Dictionary<string, object?> { ["model"] = 3 });

        Assert.Contains("\"model\"", Assert.Throws<MisconfigurationException>(
            () => fabric.load(File, new Dictionary<string, object?> { ["model"] = LoopNet.Seeded() })).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => fabric.load(_folder.File("none.ckpt")));
        Assert.Throws<IOException>(() => fabric.save(Path.Combine(File, "below.ckpt"), new Dictionary<string, object?>()));
    }

    public void Dispose() => _folder.Dispose();

    private sealed class Counter : IStateful
    {
        internal long Value { get; set; }

        public Dictionary<string, object?> state_dict() => new() { ["value"] = Value };

        public void load_state_dict(IReadOnlyDictionary<string, object?> state_dict) => Value = (long)state_dict["value"]!;
    }

    /// <summary>A training with everything in it that has to be kept: dropout, shuffled batches, momentum, a schedule.</summary>
    private sealed class Run
    {
        private readonly Fabric _fabric;
        private readonly FabricModule<Tensor, Tensor> _model;
        private readonly FabricOptimizer _optimizer;
        private readonly torch.optim.lr_scheduler.LRScheduler _scheduler;
        private readonly FabricDataLoader<Tensor> _batches;

        internal Run(string precision, int seed)
        {
            _fabric = new Fabric(accelerator: "cpu", precision: precision);
            Net = LoopNet.Seeded(seed);
            (_model, _optimizer) = _fabric.setup(Net, torch.optim.Adam(Net.parameters(), 0.02));
            _scheduler = torch.optim.lr_scheduler.StepLR(_optimizer, 4, gamma: 0.5);
            _batches = _fabric.setup_dataloaders(DataLoader(new Rows(), batch_size: 4, shuffle: true));
        }

        internal LoopNet Net { get; }

        internal int Step { get; private set; }

        internal List<float> Seen { get; } = [];

        internal double Rate => _optimizer.ParamGroups.Single().LearningRate;

        internal void Go(int until, int saveAt = -1, string path = "")
        {
            while (Step < until)
            {
                foreach (var batch in _batches)
                {
                    Seen.Add(batch[0, 0].item<float>());
                    _optimizer.zero_grad();
                    _fabric.backward(LoopNet.Loss(_model.call(batch)));
                    _optimizer.step();
                    _scheduler.step();
                    if (++Step == saveAt)
                    {
                        Save(path);
                    }

                    if (Step == until)
                    {
                        break;
                    }
                }
            }
        }

        internal void Save(string path) => _fabric.save(path, new Dictionary<string, object?>
        {
            ["model"] = _model, ["optimizer"] = _optimizer, ["scheduler"] = _scheduler, ["batches"] = _batches, ["step"] = Step, ["name"] = "run",
            ["random"] = torch.get_rng_state(),
        });

        internal void Load(string path)
        {
            var state = new Dictionary<string, object?>
            {
                ["model"] = _model, ["optimizer"] = _optimizer, ["scheduler"] = _scheduler, ["batches"] = _batches, ["step"] = 0, ["name"] = null, ["random"] = null,
            };
            Assert.Empty(_fabric.load(path, state));
            Step = (int)state["step"]!;
            torch.set_rng_state((Tensor)state["random"]!);
        }
    }

    private sealed class Rows : Dataset<Tensor>
    {
        public override long Count => 28;

        public override Tensor GetTensor(long index) => torch.full([32], index * 0.1f) + torch.arange(32).to(ScalarType.Float32).mul(0.01f * index).sin();
    }
}
