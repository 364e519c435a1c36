using System.Text.Json;
using Bindings.Tests.Backends;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Torch;

public sealed class CoreNamesTests
{
    [Theory]
    [InlineData(PrintOptionsProfile.@default, "default")]
    [InlineData(PrintOptionsProfile.@short, "short")]
    [InlineData(PrintOptionsProfile.full, "full")]
    public void A_profile_prints_as_Python_s(PrintOptionsProfile profile, string name)
    {
        using Tensor table = arange(1200, dtype: float32).reshape(8, 150) / 7;
        using Tensor small = table[..2, ..3];
        JsonElement python = BackendsGolden.Section("printed").GetProperty(name);
        set_printoptions(profile);
        try
        {
            Assert.Equal(python.GetProperty("table").GetString(), table.ToString(TorchSharp.TensorStringStyle.Python));
            Assert.Equal(python.GetProperty("small").GetString(), small.ToString(TorchSharp.TensorStringStyle.Python));
        }
        finally
        {
            set_printoptions(PrintOptionsProfile.@default);
        }
    }

    [Fact]
    public void No_profile_is_an_error() => Assert.Throws<ArgumentOutOfRangeException>(() => set_printoptions((PrintOptionsProfile)7));

    [Theory]
    [InlineData(indexing.ij, "ij")]
    [InlineData(indexing.xy, "xy")]
    public void Grids_run_the_way_that_is_named(indexing way, string name)
    {
        using Tensor three = arange(3), two = arange(2);
        Tensor[] grids = meshgrid([three, two], way);

        foreach ((Tensor grid, JsonElement expected) in grids.Zip(BackendsGolden.Section("grids").GetProperty(name).EnumerateArray()))
        {
            Assert.Equal(expected.EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(value => value.GetInt64()), grid.data<long>().ToArray());
            grid.Dispose();
        }
    }

    [Fact]
    public void Python_s_names_of_layouts_stand_for_the_types_that_operators_take()
    {
        Assert.Equal(MemoryFormat.ChannelsLast, memory_format.channels_last.ToMemoryFormat());
        Assert.Equal(MemoryFormat.Contiguous, memory_format.contiguous_format.ToMemoryFormat());
        Assert.Equal(MemoryFormat.Preserve, memory_format.preserve_format.ToMemoryFormat());
        Assert.Equal(Layout.Strided, layout.strided.ToLayout());
        Assert.Equal(Layout.Sparse, layout.sparse_coo.ToLayout());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((layout)9).ToLayout());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((memory_format)9).ToMemoryFormat());
    }

    [Fact]
    public void A_part_of_an_index_that_has_positions_is_a_tensor()
    {
        using Tensor positions = tensor(new long[] { 2, 0 });
        Assert.Same(positions, (Tensor)TensorIndex.Tensor(positions));
        using Tensor single = TensorIndex.Single(3), yes = TensorIndex.Bool(true);
        Assert.Equal(3, single.item<long>());
        Assert.True(yes.item<bool>());
        Assert.Equal(0, single.dim());
        Assert.Contains("Slice", Assert.Throws<InvalidOperationException>(() => (Tensor)TensorIndex.Slice(1, 2)).Message);
    }

    [Fact]
    public void A_derived_generator_is_told_that_it_is_disposed()
    {
        var generator = new CountingGenerator();
        generator.Dispose();
        generator.Dispose();

        Assert.Equal(2, generator.Calls);
        Assert.Throws<ObjectDisposedException>(() => generator.initial_seed());
    }

    private sealed class CountingGenerator : Generator
    {
        public int Calls { get; private set; }

        protected override void Dispose(bool disposing)
        {
            Calls++;
            base.Dispose(disposing);
        }
    }
}
