using Torchlight.Tests.Processes;

namespace Bindings.Tests.Distributed;

/// <summary>A rank in C# and a rank in Python, in one group.</summary>
public class PythonRankTests
{
    private const string Script = """
        import datetime
        import torch
        import torch.distributed as dist

        dist.init_process_group("gloo", timeout=datetime.timedelta(seconds=60))
        tensor = torch.arange(4, dtype=torch.float32) + dist.get_rank()
        dist.all_reduce(tensor)
        print("sum:", *(int(value) for value in tensor))
        objects = ["from Python" if dist.get_rank() == 0 else None]
        dist.broadcast_object_list(objects)
        print("object:", objects[0])
        all = [None] * dist.get_world_size()
        dist.all_gather_object(all, {"rank": dist.get_rank()})
        print("objects:", *(item["rank"] for item in all))
        dist.barrier()
        dist.destroy_process_group()
        """;

    [PythonTheory]
    [InlineData(0, "from Python")]
    [InlineData(1, "from C#")]
    public void They_add_up_a_tensor_and_exchange_objects(int python, string broadcast)
    {
        var port = RankProcesses.FreePort();
        using var ranks = new RankProcesses();
        ranks.Add(new RankProcess("/usr/bin/python3", ["-c", Script], RankProcesses.Variables(python, 2, port)));
        ranks.Add(1 - python, 2, port, "all_reduce");
        ranks.WaitForAll();

        Assert.All(ranks.All, rank =>
        {
            Assert.True(rank.ExitCode == 0, rank.Text);
            Assert.Equal("1 3 5 7", rank.Reported("sum"));
            Assert.Equal(broadcast, rank.Reported("object"));
            Assert.Equal("0 1", rank.Reported("objects"));
        });
    }
}
