using System.Buffers.Binary;
using System.Text;
using TorchSharp;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace Bindings.Tests.Serialization;

/// <summary>What we write: read here, and by a reader of a few lines of Python that follows the specification.</summary>
public class SafetensorsWriteTests
{
    [Fact]
    public void Every_element_type_comes_back()
    {
        using var scope = NewDisposeScope();
        var tensors = Samples();
        var bytes = safetensors.torch.save(tensors, new Dictionary<string, string> { ["format"] = "pt" });
        var back = safetensors.torch.load(bytes);

        Assert.Equal(tensors.Keys.Order(), back.Keys.Order());
        foreach (var (name, tensor) in tensors)
        {
            Assert.Equal(tensor.dtype, back[name].dtype);
            Assert.Equal(tensor.shape, back[name].shape);
            Assert.True(ops.aten.equal(tensor, back[name]), name);
        }
    }

    [Fact]
    public void Heads_and_tensors_lie_where_the_format_wants_them()
    {
        using var scope = NewDisposeScope();
        var bytes = safetensors.torch.save(new Dictionary<string, Tensor>
        {
            ["b"] = zeros(1, dtype: ScalarType.Byte), ["w"] = zeros(2), ["a"] = zeros(2), ["d"] = zeros(1, dtype: ScalarType.Float64),
        });
        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        var head = Encoding.UTF8.GetString(bytes, 8, length);

        Assert.Equal(0, length % 8);
        Assert.Equal("""
            {"d":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[8,16]},
            "w":{"dtype":"F32","shape":[2],"data_offsets":[16,24]},"b":{"dtype":"U8","shape":[1],"data_offsets":[24,25]}}
            """.ReplaceLineEndings(""), head.TrimEnd(' '));
        Assert.Equal(8 + length + 25, bytes.Length);
    }

    [Fact]
    public void What_the_format_cannot_hold_is_named()
    {
        using var scope = NewDisposeScope();
        var shared = zeros(4);

        Assert.Contains("'turned'", Refused<ArgumentException>(("turned", zeros(2, 3).t())));
        Assert.Contains("'a', 'b'", Refused<ArgumentException>(("a", shared), ("b", shared)));
        Assert.Contains("'a', 'b'", Refused<ArgumentException>(("a", shared), ("b", shared[TensorIndex.Slice(1, 3)])));
        Assert.Contains("ComplexFloat64", Refused<NotSupportedException>(("z", zeros(2, dtype: ScalarType.ComplexFloat64))));
        Assert.Contains("__metadata__", Refused<ArgumentException>(("__metadata__", zeros(1))));
        Assert.Contains("meta", Refused<NotSupportedException>(("m", zeros(2, device: new Device("meta")))));
        Assert.Contains("sparse", Refused<NotSupportedException>(("s", zeros(2, 2).to_sparse())));
        // Parts of one memory that do not touch are tensors of their own.
        safetensors.torch.save(new Dictionary<string, Tensor> { ["a"] = shared[TensorIndex.Slice(0, 2)], ["b"] = shared[TensorIndex.Slice(2, 4)] });
    }

    [Fact]
    public void A_failed_save_leaves_the_old_file_and_nothing_else()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var path = folder.File("a.safetensors");
        safetensors.torch.save_file(new Dictionary<string, Tensor> { ["x"] = ones(2) }, path);
        var before = File.ReadAllBytes(path);

        Assert.Throws<NotSupportedException>(() => safetensors.torch.save_file(
            new Dictionary<string, Tensor> { ["x"] = ones(2), ["z"] = zeros(2, dtype: ScalarType.ComplexFloat64) }, path));
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal(["a.safetensors"], folder.Files);
    }

    [Fact]
    public void Tied_weights_are_saved_once_and_come_back_tied()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var path = folder.File("tied.safetensors");
        var (source, target) = (Tied(), Tied());
        safetensors.torch.save_model(source, path);

        using (var file = safetensors.safe_open(path))
        {
            Assert.Equal(["decoder.bias", "decoder.weight"], file.keys());
            Assert.Equal("decoder.weight", file.metadata()["encoder.weight"]);
        }
        var (missing, unexpected) = safetensors.torch.load_model(target, path);
        Assert.Empty(missing);
        Assert.Empty(unexpected);
        Assert.All(source.state_dict(), entry => Assert.True(ops.aten.equal(entry.Value, target.state_dict()[entry.Key]), entry.Key));
    }

    [Fact]
    public void A_model_that_does_not_fit_is_told_all_at_once()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var path = folder.File("a.safetensors");
        safetensors.torch.save_file(new Dictionary<string, Tensor> { ["decoder.bias"] = zeros(9), ["other"] = zeros(1) }, path);
        var error = Assert.Throws<StateDictException>(() => safetensors.torch.load_model(Tied(), path));

        Assert.Equal(["encoder.weight", "decoder.weight"], error.MissingKeys);
        Assert.Equal(["other"], error.UnexpectedKeys);
        Assert.Single(error.Mismatches);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(40, 2)]
    [InlineData(1 << 20, 1)]
    public void Big_dictionaries_are_split_and_come_back(long most, int files)
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var tensors = new Dictionary<string, Tensor> { ["a"] = rand(8), ["b"] = rand(2), ["c"] = rand(5) };
        var path = safetensors.torch.save_torch_state_dict(tensors, folder.Path, max_shard_size: most, metadata: new Dictionary<string, string> { ["format"] = "pt" });
        var back = safetensors.torch.load_file(path);

        Assert.Equal(files + (files > 1 ? 1 : 0), folder.Files.Count());
        Assert.All(tensors, entry => Assert.True(ops.aten.equal(entry.Value, back[entry.Key]), entry.Key));
        using var file = safetensors.safe_open(path);
        Assert.Equal("pt", file.metadata()["format"]);
    }

    [PythonFact]
    public void Python_reads_what_we_write()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var tensors = Samples();
        safetensors.torch.save_file(tensors, folder.File("a.safetensors"), new Dictionary<string, string> { ["note"] = "äß" });
        serialization.save(tensors, folder.File("a.pt"));

        Assert.Equal("same", Python.Run("""
            import json, struct, sys, torch
            types = dict(F64=torch.float64, F32=torch.float32, F16=torch.float16, BF16=torch.bfloat16, I64=torch.int64, I32=torch.int32, I16=torch.int16,
                         I8=torch.int8, U8=torch.uint8, BOOL=torch.bool, C64=torch.complex64)
            with open(sys.argv[1], "rb") as file:
                length, = struct.unpack("<Q", file.read(8))
                head = json.loads(file.read(length))
                data = file.read()
            assert head.pop("__metadata__") == {"note": "äß"}
            expected = torch.load(sys.argv[2])
            assert set(expected) == set(head), (set(expected), set(head))
            at = 0
            for name, entry in head.items():
                begin, end = entry["data_offsets"]
                assert begin == at
                at = end
                size = torch.empty(0, dtype=types[entry["dtype"]]).element_size()
                assert (8 + length + begin) % size == 0, name
                part = torch.frombuffer(bytearray(data[begin:end]), dtype=types[entry["dtype"]]) if end > begin else torch.empty(0, dtype=types[entry["dtype"]])
                part = part.reshape(entry["shape"])
                assert part.dtype == expected[name].dtype and torch.equal(part, expected[name]), name
            assert at == len(data)
            print("same")
            """, folder.File("a.safetensors"), folder.File("a.pt")));
    }

    private static Dictionary<string, Tensor> Samples()
    {
        var tensors = new Dictionary<string, Tensor> { ["scalar"] = tensor(2.5), ["empty"] = zeros(0, 3), ["Größe/\"重み\""] = ones(3, 1) };
        foreach (var type in Enum.GetValues<ScalarType>().Where(type => type is < ScalarType.ComplexFloat64 and not ScalarType.ComplexFloat16
            or ScalarType.Bool or ScalarType.BFloat16))
        {
            tensors[$"type.{type}"] = tensor(new[] { 0.0, 1, 2.5, 100 }).to_type(type);
        }
        return tensors;
    }

    private static string Refused<TException>(params (string Name, Tensor Tensor)[] tensors)
        where TException : Exception =>
        Assert.Throws<TException>(() => safetensors.torch.save(tensors.ToDictionary(entry => entry.Name, entry => entry.Tensor))).Message;

    private static nn.Module Tied() => new TiedModule();

    private sealed class TiedModule : nn.Module
    {
        public TiedModule()
            : base("tied")
        {
            var decoder = nn.Linear(3, 5);
            var encoder = nn.Embedding(5, 3);
            encoder.weight = decoder.weight;
            register_module("encoder", encoder);
            register_module("decoder", decoder);
        }
    }
}
