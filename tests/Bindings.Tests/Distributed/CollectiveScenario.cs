using System.Globalization;
using TorchSharp;
using static Torchlight.Tests.Processes.RankProgram;
using static TorchSharp.torch;

namespace Bindings.Tests.Distributed;

/// <summary>Every collective once, on three ranks; what each rank has afterwards is reported under the operation's name.</summary>
internal static class CollectiveScenario
{
    internal static void Run()
    {
        distributed.init_process_group("gloo", timeout: TimeSpan.FromSeconds(60));
        var rank = distributed.get_rank();
        Report("identity", $"{rank} {distributed.get_world_size()} {distributed.get_backend()} {distributed.is_initialized()}");
        Reductions(rank);
        Movements(rank);
        PointToPoint(rank);
        Objects(rank);
        Groups(rank);
        distributed.barrier();
        distributed.monitored_barrier(timeout: TimeSpan.FromSeconds(30), wait_all_ranks: true);
        distributed.destroy_process_group();
        Report("initialized afterwards", distributed.is_initialized());
    }

    private static void Reductions(int rank)
    {
        foreach (var op in new[] { distributed.ReduceOp.SUM, distributed.ReduceOp.PRODUCT, distributed.ReduceOp.MIN, distributed.ReduceOp.MAX })
        {
            var tensor = torch.tensor(new double[] { rank + 1, 10 - rank });
            distributed.all_reduce(tensor, op);
            Report($"all_reduce {op}", Text(tensor));
        }

        foreach (var op in new[] { distributed.ReduceOp.BAND, distributed.ReduceOp.BOR, distributed.ReduceOp.BXOR })
        {
            var tensor = torch.tensor(new long[] { rank + 1, 7 });
            distributed.all_reduce(tensor, op);
            Report($"all_reduce {op}", Text(tensor));
        }

        foreach (var type in new[] { ScalarType.Float32, ScalarType.Int8, ScalarType.Byte, ScalarType.Int32 })
        {
            var tensor = torch.full([2], rank + 1, dtype: type);
            distributed.all_reduce(tensor);
            Report($"all_reduce of {type}", Text(tensor.to(ScalarType.Float64)));
        }

        var complex = torch.complex(torch.full([2], rank + 1.0), torch.full([2], -1.0));
        distributed.all_reduce(complex);
        Report("all_reduce complex", Text(torch.view_as_real(complex).flatten()));

        var empty = torch.zeros(0);
        distributed.all_reduce(empty);
        Report("all_reduce empty", empty.numel());

        using (var work = distributed.all_reduce(complex = torch.ones(3).mul(rank), async_op: true)!)
        {
            work.wait(TimeSpan.FromSeconds(30));
            Report("all_reduce later", $"{Text(complex)} {work.is_completed()}");
        }

        var reduced = torch.full([2], rank + 1.0);
        distributed.reduce(reduced, dst: 2);
        Report("reduce", rank == 2 ? Text(reduced) : "elsewhere");
    }

    private static void Movements(int rank)
    {
        var sent = torch.full([2], rank * 1.0);
        distributed.broadcast(sent, src: 1);
        Report("broadcast", Text(sent));

        Tensor[] all = [torch.zeros(2), torch.zeros(2), torch.zeros(2)];
        distributed.all_gather(all, torch.full([2], rank * 1.0f));
        Report("all_gather", Text(torch.cat(all)));

        var joined = torch.zeros([6, 2]);
        distributed.all_gather_into_tensor(joined, torch.full([2, 2], rank * 1.0f));
        Report("all_gather_into_tensor", Text(joined.flatten()));

        Tensor[]? gathered = rank == 0 ? [torch.zeros(1), torch.zeros(1), torch.zeros(1)] : null;
        distributed.gather(torch.full([1], rank + 5.0f), gathered, dst: 0);
        Report("gather", gathered is null ? "elsewhere" : Text(torch.cat(gathered)));

        Tensor[]? scattered = rank == 1 ? [torch.full([1], 7f), torch.full([1], 8f), torch.full([1], 9f)] : null;
        var got = torch.zeros(1);
        distributed.scatter(got, scattered, src: 1);
        Report("scatter", Text(got));

        var piece = torch.zeros(2);
        distributed.reduce_scatter(piece, [.. Enumerable.Range(0, 3).Select(place => torch.full([2], (10f * place) + rank))]);
        Report("reduce_scatter", Text(piece));
    }

    private static void PointToPoint(int rank)
    {
        var value = torch.full([2], rank * 1.0);
        if (rank == 0)
        {
            distributed.send(value.add(40), dst: 1, tag: 5);
            Report("recv", distributed.recv(value) + " " + Text(value));
        }
        else if (rank == 1)
        {
            Report("recv", distributed.recv(value, src: 0, tag: 5) + " " + Text(value));
        }
        else
        {
            using var work = distributed.isend(value, dst: 0);
            work.wait();
            Report("recv", "sent");
        }
    }

    private static void Objects(int rank)
    {
        object?[] list = rank == 2 ? ["päth/last.ckpt", 42L, new Dictionary<string, object?> { ["a"] = 1.5, ["b"] = null }, new byte[] { 1, 255 }] : new object?[4];
        distributed.broadcast_object_list(list, src: 2);
        var dictionary = (IReadOnlyDictionary<string, object?>)list[2]!;
        Report("broadcast_object_list", $"{list[0]} {list[1]} {dictionary["a"]} {dictionary["b"] is null} {string.Join('-', (byte[])list[3]!)}");

        var all = new object?[3];
        distributed.all_gather_object(all, new string('x', rank * 2));
        Report("all_gather_object", string.Join('|', all));
        Report("refused", Assert.Throws<ArgumentException>(() => distributed.all_gather_object(all, torch.ones(1))).Message);
    }

    private static void Groups(int rank)
    {
        var pair = distributed.new_group([2, 0]);
        Report("group", $"{distributed.get_rank(pair)} {distributed.get_world_size(pair)}");
        var tensor = torch.full([1], rank + 1.0);
        if (distributed.get_rank(pair) >= 0)
        {
            distributed.all_reduce(tensor, group: pair);
            distributed.broadcast(tensor, src: 2, group: pair);
        }
        else
        {
            Report("outside", Assert.Throws<InvalidOperationException>(() => distributed.all_reduce(tensor, group: pair)).Message);
        }

        Report("group sum", Text(tensor));
    }

    private static string Text(Tensor tensor) =>
        string.Join(' ', tensor.to(ScalarType.Float64).data<double>().ToArray().Select(value => value.ToString("G6", CultureInfo.InvariantCulture)));
}
