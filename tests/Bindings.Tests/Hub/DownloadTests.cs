using System.Security.Cryptography;
using TorchSharp;

namespace Bindings.Tests.Hub;

/// <summary>Downloads from servers that behave, and from those that break off.</summary>
public sealed class DownloadTests : IDisposable
{
    private static readonly DownloadOptions Impatient = new(Silence: TimeSpan.FromSeconds(20), Tries: 3, Pause: TimeSpan.Zero);

    private readonly byte[] _content = new byte[300_000];
    private readonly TemporaryFolder _folder = new();
    private readonly FileServer _server;

    public DownloadTests()
    {
        new Random(1).NextBytes(_content);
        _server = new FileServer(_content);
    }

    private string Target => _folder.File("sub/file.bin");

    private string Sha256 => Convert.ToHexStringLower(SHA256.HashData(_content));

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private Task FetchAsync(string? hash = null, IProgressBar? progress = null, DownloadOptions? options = null, CancellationToken cancellation = default) =>
        new Downloader(_server.Address, Target, ExpectedHash.Parse(hash, HashAlgorithmName.SHA256), options ?? Impatient)
            .RunAsync(progress ?? new RecordingProgressBar(), () => { }, cancellation);

    // The file is whole, and nothing else is left beside it.
    private void AssertDone()
    {
        Assert.Equal(_content, File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FileArrivesAndProgressIsTold(bool saysLength)
    {
        _server.SaysLength = saysLength;
        var progress = new RecordingProgressBar();
        await FetchAsync(Sha256, progress);
        AssertDone();
        Assert.Equal(saysLength ? _content.Length : null, progress.Maximum);
        Assert.Equal(_content.Length, progress.Value);
        Assert.Equal(progress.Values.Order(), progress.Values);
        Assert.True(progress.Values.Count > 2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("first 8 digits")]
    [InlineData("UPPER CASE")]
    public async Task HashMayBeAPrefixInAnyCase(string kind)
    {
        await FetchAsync(kind switch { "" => "", "UPPER CASE" => Sha256.ToUpperInvariant(), _ => Sha256[..8] });
        AssertDone();
    }

    [Fact]
    public void Md5IsCheckedIfAskedFor()
    {
        torch.hub.download_url_to_file(_server.Address, Target, Convert.ToHexStringLower(MD5.HashData(_content)), HashAlgorithmName.MD5, progress: false);
        AssertDone();
        Assert.Throws<DownloadException>(() =>
            torch.hub.download_url_to_file(_server.Address, Target, new string('0', 32), HashAlgorithmName.MD5, progress: false));
        Assert.Throws<ArgumentException>(() => torch.hub.download_url_to_file(_server.Address, Target, new string('0', 33), HashAlgorithmName.MD5, false));
        Assert.Throws<ArgumentException>(() => torch.hub.download_url_to_file(_server.Address, Target, "xyz", progress: false));
        Assert.Throws<ArgumentException>(() => torch.hub.download_url_to_file(_server.Address, Target, "00", HashAlgorithmName.SHA512, false));
    }

    [Fact]
    public async Task CutConnectionIsGoneOnWith()
    {
        _server.Cuts.Enqueue(100_000);
        _server.Cuts.Enqueue(50_000);
        var progress = new RecordingProgressBar();
        await FetchAsync(Sha256, progress);
        AssertDone();
        Assert.Equal(["", "bytes=100000-", "bytes=150000-"], _server.Ranges);
        Assert.Equal(_content.Length, progress.Maximum);
    }

    [Fact]
    public async Task ManyCutsWithProgressAreNoFailure()
    {
        for (var cut = 0; cut < 12; cut++)
        {
            _server.Cuts.Enqueue(20_000);
        }
        await FetchAsync(Sha256);
        AssertDone();
        Assert.Equal(13, _server.Ranges.Count);
    }

    [Fact]
    public async Task LaterProcessGoesOnWhereAnEarlierStopped()
    {
        _server.Cuts.Enqueue(100_000);
        await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(options: Impatient with { Tries = 1 }));
        Assert.False(File.Exists(Target));
        Assert.Equal(100_000, new FileInfo(Target + ".part").Length);

        await FetchAsync(Sha256);

        AssertDone();
        Assert.Equal(["", "bytes=100000-"], _server.Ranges);
    }

    [Theory]
    [InlineData("another ETag")]
    [InlineData("another date")]
    [InlineData("no ranges")]
    [InlineData("weak ETag")]
    [InlineData("no version")]
    [InlineData("damaged note")]
    public async Task WhatCannotBeGoneOnWithStartsOver(string why)
    {
        if (why != "another ETag" && why != "no ranges" && why != "damaged note")
        {
            _server.ETag = why == "weak ETag" ? "W/\"one\"" : null;
            _server.LastModified = why == "another date" ? "Wed, 21 Oct 2015 07:28:00 GMT" : null;
        }
        _server.Cuts.Enqueue(100_000);
        await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(options: Impatient with { Tries = 1 }));
        new Random(2).NextBytes(_content);
        switch (why)
        {
            case "another ETag": _server.ETag = "\"two\""; break;
            case "another date": _server.LastModified = "Thu, 22 Oct 2015 07:28:00 GMT"; break;
            case "no ranges": _server.KnowsRanges = false; break;
            case "damaged note": File.WriteAllText(Target + ".part.from", "x"); break;
        }

        await FetchAsync();

        AssertDone();
    }

    [Fact]
    public async Task DateServesWhereThereIsNoETag()
    {
        (_server.ETag, _server.LastModified) = (null, "Wed, 21 Oct 2015 07:28:00 GMT");
        _server.Cuts.Enqueue(100_000);
        await FetchAsync(Sha256);
        AssertDone();
        Assert.Equal(["", "bytes=100000-"], _server.Ranges);
    }

    [Fact]
    public async Task WholePartOfAnEarlierRunIsTaken()
    {
        _server.Cuts.Enqueue(_content.Length - 1);
        await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(options: Impatient with { Tries = 1 }));
        await File.AppendAllBytesAsync(Target + ".part", _content[^1..]);
        await FetchAsync(Sha256);
        AssertDone();
        Assert.Equal(["", $"bytes={_content.Length}-"], _server.Ranges);
    }

    [Fact]
    public async Task DamagedBeginningIsFoundByTheHashAndFetchedAgain()
    {
        _server.Cuts.Enqueue(100_000);
        await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(options: Impatient with { Tries = 1 }));
        var part = await File.ReadAllBytesAsync(Target + ".part");
        part[5] ^= 1;
        await File.WriteAllBytesAsync(Target + ".part", part);
        await FetchAsync(Sha256);
        AssertDone();
        Assert.Equal(["", "bytes=100000-", ""], _server.Ranges);
    }

    [Fact]
    public async Task BusyServerIsAskedAgain()
    {
        _server.Statuses.Enqueue(503);
        _server.Statuses.Enqueue(429);
        await FetchAsync(Sha256);
        AssertDone();
    }

    [Fact]
    public async Task ExistingFileIsReplaced()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Target)!);
        await File.WriteAllTextAsync(Target, "old");
        await FetchAsync();
        AssertDone();
    }

    [Fact]
    public async Task EmptyFileArrives()
    {
        _server.Content = [];
        await FetchAsync();
        Assert.Empty(await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task FileAddressIsCopied()
    {
        var source = _folder.File("source.bin");
        await File.WriteAllBytesAsync(source, _content);
        await torch.hub.download_url_to_file_async(new Uri(source).AbsoluteUri, Target, Sha256, progress: false);
        AssertDone();
        var missing = await Assert.ThrowsAsync<DownloadException>(() =>
            torch.hub.download_url_to_file_async(new Uri(source).AbsoluteUri + ".none", Target, progress: false));
        Assert.Contains("source.bin.none", missing.Message);
    }
}
