using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Bindings.Tests.Hub;

/// <summary>A local HTTP server with one file, which behaves as badly as it is told to.</summary>
internal sealed class FileServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FileServer(byte[] content)
    {
        Content = content;
        var port = FreePort();
        Address = $"http://127.0.0.1:{port}/file.bin";
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    public byte[] Content { get; set; }

    public string? ETag { get; set; } = "\"one\"";

    public string? LastModified { get; set; }

    public bool KnowsRanges { get; set; } = true;

    /// <summary>Whether the length is announced.</summary>
    public bool SaysLength { get; set; } = true;

    /// <summary>After how many bytes of each answer's body the connection is cut, one for each answer; whole answers follow.</summary>
    public ConcurrentQueue<int> Cuts { get; } = new();

    /// <summary>Status codes for the first answers.</summary>
    public ConcurrentQueue<int> Statuses { get; } = new();

    /// <summary>If set, an answer stops in its middle until this is done.</summary>
    public Task? Silence { get; set; }

    /// <summary>The Range header of each request; empty where there was none.</summary>
    public ConcurrentQueue<string> Ranges { get; } = new();

    /// <summary>Done when the first request has come.</summary>
    public Task FirstRequest => _first.Task;

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception problem) when (problem is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            _ = AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var (request, response) = (context.Request, context.Response);
        Ranges.Enqueue(request.Headers["Range"] ?? "");
        _first.TrySetResult();
        try
        {
            if (Statuses.TryDequeue(out var status))
            {
                response.StatusCode = status;
                response.Close();
                return;
            }
            var start = StartOf(request);
            if (start >= Content.Length && start > 0)
            {
                response.StatusCode = 416;
                response.Headers["Content-Range"] = $"bytes */{Content.Length}";
                response.Close();
                return;
            }
            Head(response, start);
            var body = Content.AsMemory(start);
            if (Cuts.TryDequeue(out var cut))
            {
                await response.OutputStream.WriteAsync(body[..Math.Min(cut, body.Length)]);
                await response.OutputStream.FlushAsync();
                response.Abort();
                return;
            }
            if (Silence is { } silence)
            {
                await response.OutputStream.WriteAsync(body[..(body.Length / 2)]);
                await response.OutputStream.FlushAsync();
                await silence;
                body = body[(body.Length / 2)..];
            }
            await response.OutputStream.WriteAsync(body);
            response.Close();
        }
        catch (Exception problem) when (problem is HttpListenerException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // The client went away.
            response.Abort();
        }
    }

    private int StartOf(HttpListenerRequest request)
    {
        if (!KnowsRanges || request.Headers["Range"] is not { } range)
        {
            return 0;
        }
        var version = request.Headers["If-Range"];
        return version is null || version == ETag || version == LastModified ? int.Parse(range["bytes=".Length..].TrimEnd('-')) : 0;
    }

    private void Head(HttpListenerResponse response, int start)
    {
        if (ETag is not null)
        {
            response.Headers["ETag"] = ETag;
        }
        if (LastModified is not null)
        {
            response.Headers["Last-Modified"] = LastModified;
        }
        if (start > 0)
        {
            response.StatusCode = 206;
            response.Headers["Content-Range"] = $"bytes {start}-{Content.Length - 1}/{Content.Length}";
        }
        if (SaysLength)
        {
            response.ContentLength64 = Content.Length - start;
        }
        else
        {
            response.SendChunked = true;
        }
    }
}
