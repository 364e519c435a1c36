using System.Buffers.Binary;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Serialization;

/// <summary>Files that break the format's rules, one by one and by chance.</summary>
public class SafetensorsMalformedTests
{
    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, null)]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"more":{"deep":[1]}}}     """, 8, null)]
    [InlineData("""{"a":{"dtype":"F32","shape":[0,4611686018427387904],"data_offsets":[0,0]}}""", 0, "does not fit")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 9, "behind them")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 7, "truncated")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", 8, "does not fit")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12, "gaps")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[4],"data_offsets":[2,6]}}""", 6, "overlap")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[4],"data_offsets":[5,9]}}""", 9, "gaps")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", 2, "twice")]
    [InlineData("""{"a":{"dtype":"U8","dtype":"I8","shape":[1],"data_offsets":[0,1]}}""", 1, "twice")]
    [InlineData("""{"a":{"dtype":"F33","shape":[1],"data_offsets":[0,1]}}""", 1, "unknown element type")]
    [InlineData("""{"a":{"dtype":"U8","shape":[-1],"data_offsets":[0,1]}}""", 1, "whole numbers")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1.5],"data_offsets":[0,1]}}""", 1, "whole numbers")]
    [InlineData("""{"a":{"dtype":"U8","shape":["1"],"data_offsets":[0,1]}}""", 1, "whole numbers")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[1,0]}}""", 1, "in order")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0]}}""", 1, "two numbers")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1]}}""", 1, "lacks")]
    [InlineData("""{"a":{"dtype":"F4","shape":[3],"data_offsets":[0,1]}}""", 1, "does not fit")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1152921504606846976],"data_offsets":[0,1152921504606846976]}}""", 4, "does not fit")]
    [InlineData("""{"a":{"dtype":"U8","shape":[288230376151711744],"data_offsets":[0,288230376151711744]}}""", 4, "truncated")]
    [InlineData("""{"a":{"dtype":"F64","shape":[4294967296,4294967296],"data_offsets":[0,0]}}""", 0, "does not fit")]
    [InlineData("""{"a":7}""", 0, "belongs")]
    [InlineData("""{"__metadata__":{"a":1}}""", 0, "belongs")]
    [InlineData("""{"__metadata__":["a"]}""", 0, "belongs")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}} x""", 1, "JSON")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}""", 1, "JSON")]
    [InlineData("""{"a\ud800":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1, "Unicode")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1],"x":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[""", 1, "JSON")]
    [InlineData("[]", 0, "'{'")]
    [InlineData(" {}", 0, "'{'")]
    [InlineData("", 0, "'{'")]
    public void Every_rule_is_checked(string head, int data, string? expected)
    {
        using var scope = NewDisposeScope();
        var file = File(Encoding.UTF8.GetBytes(head), data);
        if (expected is null)
        {
            Assert.Equal([2], safetensors.torch.load(file)["a"].shape);
            return;
        }
        Assert.Contains(expected, Assert.Throws<TorchFileFormatException>(() => safetensors.torch.load(file)).Message);
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(100_000_001)]
    [InlineData(100_000_000)]
    [InlineData(3)]
    public void A_head_is_no_longer_than_the_file_and_the_format_allow(ulong length)
    {
        var file = new byte[10];
        BinaryPrimitives.WriteUInt64LittleEndian(file, length);
        Assert.Contains("head claims", Assert.Throws<TorchFileFormatException>(() => safetensors.torch.load(file)).Message);
    }

    [Fact]
    public void Text_that_is_no_UTF8_is_an_error() => Assert.Throws<TorchFileFormatException>(() =>
        safetensors.torch.load(File([.. "{\"a"u8, 0xff, .. "\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}}"u8], 1)));

    [Fact]
    public void A_file_cut_anywhere_is_one_clear_error()
    {
        var whole = System.IO.File.ReadAllBytes(Repository.Golden("serialization", "safetensors", "types.safetensors"));
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Throws<TorchFileFormatException>(() => safetensors.torch.load(whole[..length]));
        }
    }

    [Theory]
    [InlineData("types.safetensors", 12_000)]
    [InlineData("newer.safetensors", 6_000)]
    public void A_file_changed_by_chance_is_never_more_than_an_error(string name, int rounds)
    {
        var whole = System.IO.File.ReadAllBytes(Repository.Golden("serialization", "safetensors", name));
        var head = 8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(whole);
        var mutations = new Mutations(whole, head, seed: 5);
        var (loaded, refused) = (0, 0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < rounds; round++)
        {
            using var scope = NewDisposeScope();
            try
            {
                foreach (var tensor in safetensors.torch.load(mutations.Next()).Values)
                {
                    Assert.True(tensor.numel() * tensor.element_size() <= whole.Length);
                }
                loaded++;
            }
            catch (Exception error) when (error is TorchFileFormatException or NotSupportedException)
            {
                refused++;
            }
        }
        // Nothing is allocated because a head says so: a few times the file's size on average.
        Assert.True((GC.GetAllocatedBytesForCurrentThread() - before) / rounds < 200_000);
        Assert.True(refused > rounds / 3, $"{refused} of {rounds} were noticed");
    }

    [Fact]
    public void Truth_values_other_than_0_and_1_become_1()
    {
        using var scope = NewDisposeScope();
        var file = File("""{"a":{"dtype":"BOOL","shape":[3],"data_offsets":[0,3]}}"""u8, 3);
        file[^1] = 255;
        file[^2] = 2;
        var mask = safetensors.torch.load(file)["a"];

        Assert.Equal([false, true, true], mask.data<bool>().ToArray());
        Assert.Equal(2, mask.sum().item<long>());
    }

    private static byte[] File(ReadOnlySpan<byte> head, int data)
    {
        var file = new byte[8 + head.Length + data];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)head.Length);
        head.CopyTo(file.AsSpan(8));
        return file;
    }
}
