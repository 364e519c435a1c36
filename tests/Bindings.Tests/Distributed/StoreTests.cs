using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Distributed;

public class StoreTests
{
    [Fact]
    public void A_store_keeps_what_is_set_counts_and_exchanges()
    {
        using var server = Serve();
        using var client = new distributed.TCPStore("127.0.0.1", server.port, timeout: TimeSpan.FromSeconds(10), wait_for_workers: false);
        server.set("text", "wörld");
        server.set("bytes", [0, 255]);

        Assert.Equal("wörld", Encoding.UTF8.GetString(client.get("text")));
        Assert.Equal([0, 255], client.get("bytes"));
        Assert.Equal(3, client.add("count", 3));
        Assert.Equal(5, server.add("count", 2));
        Assert.Equal("first", Encoding.UTF8.GetString(client.compare_set("choice", "", "first")));
        Assert.Equal("first", Encoding.UTF8.GetString(server.compare_set("choice", "", "second")));
        Assert.Equal("third", Encoding.UTF8.GetString(server.compare_set("choice", "first", "third")));
        Assert.True(client.check(["text", "bytes"]));
        Assert.False(client.check(["text", "nothing"]));
        Assert.True(client.delete_key("text"));
        Assert.False(client.delete_key("text"));
        Assert.True(client.num_keys() >= 3);
    }

    [Fact]
    public void A_part_of_a_store_has_keys_of_its_own()
    {
        using var server = Serve();
        using var part = new distributed.PrefixStore("part", server);
        part.set("key", "inner");

        Assert.Equal("inner", Encoding.UTF8.GetString(server.get("part/key")));
        Assert.False(server.check(["key"]));
    }

    [Fact]
    public void A_key_that_does_not_come_is_a_timely_error()
    {
        using var server = Serve();

        var error = Assert.Throws<TorchDistributedException>(() => server.wait(["never"], TimeSpan.FromMilliseconds(200)));
        Assert.StartsWith($"TCPStore(127.0.0.1:{server.port}).wait(never)", error.Message);
    }

    [Fact]
    public void A_store_that_was_closed_says_so()
    {
        var server = Serve();
        server.Dispose();
        server.Dispose();

        Assert.Throws<ObjectDisposedException>(() => server.set("key", "value"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(70000)]
    public void A_port_out_of_range_is_refused(int port) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new distributed.TCPStore("127.0.0.1", port, is_master: true));

    [Theory]
    [InlineData("file:///meeting", "is none. Use \"env://\"")]
    [InlineData("pigeons", "is none. Use \"env://\"")]
    [InlineData("tcp://127.0.0.1?rank=0&world_size=1", "is no port")]
    [InlineData("tcp://127.0.0.1:29500?rank=two&world_size=1", "rank is \"two\"")]
    [InlineData("tcp://127.0.0.1:29500?rank=1&world_size=1", "out of range")]
    public void A_way_to_meet_that_cannot_be_is_refused(string method, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => distributed.init_process_group("gloo", method)).Message);

    [Fact]
    public void Operations_before_initialization_say_what_to_call()
    {
        Assert.True(distributed.is_available());
        Assert.True(distributed.is_gloo_available());
        Assert.False(distributed.is_initialized());
        Assert.Contains("init_process_group", Assert.Throws<InvalidOperationException>(() => distributed.get_rank()).Message);
        Assert.Contains("init_process_group", Assert.Throws<InvalidOperationException>(() => distributed.all_reduce(torch.ones(1))).Message);
    }

    [Fact]
    public void A_group_of_one_meets_at_a_store_of_ones_own()
    {
        using var server = Serve();
        distributed.init_process_group("gloo", store: server, rank: 0, world_size: 1, timeout: TimeSpan.FromSeconds(20));
        try
        {
            using var tensor = torch.full([3], 2f);
            distributed.all_reduce(tensor);
            Assert.Equal(2f, tensor[0].item<float>());
            Assert.Throws<InvalidOperationException>(() => distributed.init_process_group("gloo", store: server, rank: 0, world_size: 1));
            Assert.Throws<ArgumentOutOfRangeException>(() => distributed.broadcast(tensor, src: 1));
            Assert.Throws<ArgumentException>(() => distributed.all_gather([], tensor));
            Assert.Throws<ArgumentException>(() => distributed.new_group([0, 0]));
        }
        finally
        {
            distributed.destroy_process_group();
        }
    }

    [Fact]
    public void A_backend_that_is_not_there_is_a_clear_error()
    {
        using var server = Serve();
        var error = Assert.ThrowsAny<TorchException>(() =>
            distributed.init_process_group("carrier pigeon", store: server, rank: 0, world_size: 1, timeout: TimeSpan.FromSeconds(5)));
        Assert.Contains("\"carrier pigeon\" is not in this build", error.Message);
        Assert.False(distributed.is_initialized());
    }

    [Fact]
    public void A_store_that_goes_away_while_a_rank_joins_sends_it_to_the_others()
    {
        var server = Serve();
        using var client = new distributed.TCPStore("127.0.0.1", server.port, timeout: TimeSpan.FromSeconds(10), wait_for_workers: false);
        server.Dispose();

        var error = Assert.Throws<TorchDistributedException>(() =>
            distributed.init_process_group("gloo", store: client, rank: 1, world_size: 2, timeout: TimeSpan.FromSeconds(5)));

        Assert.StartsWith("rank 1 of 2 could not join: ", error.Message);
        Assert.EndsWith("See whether all 2 ranks run, each with its own RANK and all with the same WORLD_SIZE.", error.Message);
        Assert.Equal(1, error.Rank);
        Assert.False(distributed.is_initialized());
    }

    private static distributed.TCPStore Serve() =>
        new("127.0.0.1", 0, is_master: true, timeout: TimeSpan.FromSeconds(10), wait_for_workers: false);
}
