using System.IO.Compression;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.profiler;

namespace Bindings.Tests.Profiler;

public class ProfilerTests
{
    [Fact]
    public void Operators_are_counted_timed_and_nested()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = randn(16, 16);
        Profile profile = profiler.profile(record_shapes: true);
        using (profile)
        using (record_function("mine"))
        {
            for (int i = 0; i < 3; i++)
            {
                x.mm(x).relu();
            }
        }

        EventAverages averages = profile.key_averages();
        Assert.Equal(3, averages.Single(row => row.key == "aten::mm").count);
        Assert.Equal(3, averages.Single(row => row.key == "aten::relu").count);
        FunctionEventAvg mine = averages.Single(row => row.key == "mine");
        Assert.True(mine.cpu_time_total >= averages.Single(row => row.key == "aten::mm").cpu_time_total);
        Assert.True(mine.self_cpu_time_total >= 0);
        FunctionEvent product = profile.events().First(call => call.name == "aten::mm");
        Assert.Equal("mine", product.cpu_parent!.name);
        Assert.True(product.cpu_parent.is_user_annotation);
        Assert.Equal("[[16, 16], [16, 16]]", product.input_shapes);
        Assert.InRange(product.start, product.cpu_parent.start, product.cpu_parent.end);
        Assert.All(profile.events(), call => Assert.True(call.cpu_time_total >= 0 && call.start >= 0));
        Assert.Equal(profile.events().Where(call => call.cpu_parent is null).Sum(call => call.cpu_time_total), averages.self_cpu_time_total, 3);
        Assert.Single(profile.key_averages(group_by_input_shape: true), row => row.key == "aten::mm");
    }

    [Fact]
    public void The_table_is_sorted_and_cut()
    {
        using DisposeScope scope = NewDisposeScope();
        Profile profile = profiler.profile();
        using (profile)
        {
            zeros(3).add(1).add(1).mul(2);
        }

        string table = profile.key_averages().table(sort_by: "count", row_limit: 1, header: "head");
        string[] lines = table.Split('\n');
        Assert.Equal("head", lines[0]);
        Assert.StartsWith("Name", lines[2], StringComparison.Ordinal);
        Assert.Single(lines, line => line.StartsWith("aten::", StringComparison.Ordinal));
        Assert.Contains("Self CPU time total", table, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => profile.key_averages().table(sort_by: "cuda_time"));
    }

    [Fact]
    public void Memory_is_charged_to_who_takes_it()
    {
        using DisposeScope scope = NewDisposeScope();
        Profile profile = profiler.profile(profile_memory: true);
        using (profile)
        {
            zeros(1 << 16).add(1);
        }

        long bytes = (1 << 16) * sizeof(float);
        Assert.Equal(bytes, profile.key_averages().Single(row => row.key == "aten::add").cpu_memory_usage);
        Assert.Contains("CPU Mem", profile.key_averages().table(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_is_a_file_that_browsers_show()
    {
        using DisposeScope scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        Profile profile = profiler.profile(record_shapes: true, on_trace_ready: tensorboard_trace_handler(folder.Path, "worker", use_gzip: true));
        using (profile)
        {
            Tensor x = ones(4, 4, requires_grad: true);
            x.mm(x).sum().backward();
        }

        string path = folder.File("trace.json");
        profile.export_chrome_trace(path);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement[] events = [.. document.RootElement.GetProperty("traceEvents").EnumerateArray()];
        JsonElement product = events.First(e => e.GetProperty("name").GetString() == "aten::mm");
        Assert.Equal("X", product.GetProperty("ph").GetString());
        Assert.Equal(4, product.GetProperty("args").GetProperty("Input Dims")[0][1].GetInt32());
        Assert.Contains(events, e => e.GetProperty("ph").GetString() == "s");
        Assert.Contains(events, e => e.GetProperty("name").GetString()!.Contains("MmBackward", StringComparison.Ordinal));
        string packed = Assert.Single(folder.Files, name => name.EndsWith(".pt.trace.json.gz", StringComparison.Ordinal));
        using var gzip = new GZipStream(File.OpenRead(folder.File(packed)), CompressionMode.Decompress);
        using JsonDocument unpacked = JsonDocument.Parse(gzip);
        Assert.Equal(events.Length, unpacked.RootElement.GetProperty("traceEvents").GetArrayLength());
    }

    [Fact]
    public void A_schedule_waits_warms_up_records_and_repeats()
    {
        using DisposeScope scope = NewDisposeScope();
        var plan = schedule(wait: 1, warmup: 1, active: 2, repeat: 2, skip_first: 1);
        Assert.Equal(
            [ProfilerAction.NONE, ProfilerAction.NONE, ProfilerAction.WARMUP, ProfilerAction.RECORD, ProfilerAction.RECORD_AND_SAVE,
                ProfilerAction.NONE, ProfilerAction.WARMUP, ProfilerAction.RECORD, ProfilerAction.RECORD_AND_SAVE, ProfilerAction.NONE],
            Enumerable.Range(0, 10).Select(plan));

        var found = new List<(int Step, int Adds)>();
        using (Profile profile = profiler.profile(schedule: plan, on_trace_ready: p => found.Add((p.step_num, p.events().Count(e => e.name == "aten::add")))))
        {
            for (int step = 0; step < 10; step++)
            {
                for (int i = 0; i <= step; i++)
                {
                    zeros(2).add(1);
                }

                profile.step();
            }
        }

        // Steps 3 and 4, and 7 and 8, with as many additions as their numbers say.
        Assert.Equal([(5, 4 + 5), (9, 8 + 9)], found);
    }

    [Fact]
    public void Other_threads_are_seen_too()
    {
        Profile profile = profiler.profile();
        using (profile)
        {
            var thread = new Thread(() => zeros(3).neg().Dispose());
            thread.Start();
            thread.Join();
            using Tensor here = zeros(3);
        }

        Assert.NotEqual(profile.events().Single(e => e.name == "aten::neg").thread, profile.events().Last(e => e.name == "aten::zeros").thread);
    }

    [Fact]
    public void There_is_one_at_a_time_and_none_for_CUDA()
    {
        Assert.Throws<TorchNotImplementedException>(() => profiler.profile([ProfilerActivity.CUDA]));
        using (Profile first = profiler.profile([ProfilerActivity.CPU]))
        {
            Assert.Throws<InvalidOperationException>(() => first.events());
            Assert.Throws<TorchException>(() => profiler.profile());
            first.stop();
            first.stop();
            Assert.Throws<InvalidOperationException>(first.step);
        }

        using Profile next = profiler.profile();
    }
}
