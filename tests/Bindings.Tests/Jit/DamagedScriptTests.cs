using System.IO.Compression;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Jit;

/// <summary>Archives whose checksums are right and whose parts are not: libtorch would follow them out of its memory.</summary>
public class DamagedScriptTests
{
    [Fact]
    public void A_text_longer_than_the_file_is_refused_before_room_is_made_for_it() =>
        Refused("counter.pt", "counter/data.pkl", pickle => Replace(pickle, "X\x05\0\0\0count", "X\xff\xff\xff\x5f" + "count"), "claims a text of");

    [Fact]
    public void A_tensor_beyond_its_storage_is_refused() =>
        Refused("counter.pt", "counter/data.pkl", pickle => Replace(pickle, "K\0(K\x01t(K\x01t", "K\0(K\x63t(K\x01t"), "does not fit its storage");

    [Fact]
    public void A_storage_greater_than_its_part_of_the_archive_is_refused() =>
        Refused("counter.pt", "counter/data.pkl", pickle => Replace(pickle, "cpuq\x06K\x01tQ", "cpuq\x06K\x63tQ"), "are needed");

    [Fact]
    public void What_takes_from_an_empty_stack_is_refused() =>
        Refused("counter.pt", "counter/constants.pkl", _ => [0x80, 2, (byte)'R', (byte)'.'], "malformed");

    [Fact]
    public void A_hook_that_is_no_method_is_refused() =>
        Refused("hooked.pt", "hooked/code/__torch__.py", code => Replace(code, "[\"after\", ]", "[\"later\", ]"), "'later'");

    [Fact]
    public void What_a_class_assigns_without_a_type_is_refused() =>
        Refused("hooked.pt", "hooked/code/__torch__.py", code => Replace(code, "__buffers__", "__puffers__"), "'__puffers__'");

    private static void Refused(string file, string part, Func<byte[], byte[]> damage, string says)
    {
        var error = Assert.Throws<TorchFileFormatException>(() => jit.load(With(File.ReadAllBytes(JitGoldens.File(file)), part, damage)));
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    private static byte[] With(byte[] whole, string part, Func<byte[], byte[]> damage)
    {
        using var source = new ZipArchive(new MemoryStream(whole));
        using var target = new MemoryStream();
        using (var copy = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (ZipArchiveEntry entry in source.Entries)
            {
                using var content = new MemoryStream();
                using (Stream stored = entry.Open())
                {
                    stored.CopyTo(content);
                }

                using Stream written = copy.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                written.Write(entry.FullName == part ? damage(content.ToArray()) : content.ToArray());
            }
        }

        return target.ToArray();
    }

    private static byte[] Replace(byte[] bytes, string old, string by)
    {
        string text = Encoding.Latin1.GetString(bytes);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text.Replace(old, by, StringComparison.Ordinal));
    }
}
