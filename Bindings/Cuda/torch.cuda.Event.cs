using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class cuda
    {
        /// <summary>A mark in a stream of work (torch.cuda.Event), to be waited for and, between two of them, timed.</summary>
        public sealed class Event : IDisposable
        {
            private readonly DeviceCode code;
            private readonly bool timing;
            private nint handle;
            private int index = -1;
            private bool disposed;

            /// <summary>Makes an event; the first <see cref="record"/> gives it its device.</summary>
            /// <param name="enable_timing">Whether <see cref="elapsed_time"/> may be asked.</param>
            /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
            public Event(bool enable_timing = false)
                : this(Require("torch.cuda.Event"), enable_timing)
            {
            }

            internal Event(DeviceCode code, bool enable_timing)
            {
                this.code = code;
                timing = enable_timing;
            }

            /// <summary>Frees what nobody disposed.</summary>
            ~Event() => Release();

            /// <summary>Marks the present end of a stream's work; an event that was recorded before moves there.</summary>
            /// <param name="stream">The stream; null for the current one.</param>
            /// <exception cref="InvalidOperationException">It belongs to another device.</exception>
            public void record(Stream? stream = null)
            {
                ObjectDisposedException.ThrowIf(disposed, this);
                Stream target = stream ?? current_stream();
                if (handle != 0 && index != target.device.index)
                {
                    throw new InvalidOperationException($"an event of cuda:{index} cannot be recorded in a stream of {target.device}: make another event");
                }

                code.Record(ref handle, target.device.index, target.stream_id, timing, "Event.record");
                index = target.device.index;
            }

            /// <summary>Lets what is queued in a stream from here on wait for the event; one that was never recorded is not waited for.</summary>
            /// <param name="stream">The stream; null for the current one.</param>
            public void wait(Stream? stream = null)
            {
                ObjectDisposedException.ThrowIf(disposed, this);
                if (handle != 0)
                {
                    Stream target = stream ?? current_stream();
                    code.Block(handle, target.device.index, target.stream_id, "Event.wait");
                }
            }

            /// <summary>Whether all work before the event is done; true for one that was never recorded.</summary>
            public bool query()
            {
                ObjectDisposedException.ThrowIf(disposed, this);
                return handle == 0 || code.IsReached(handle, "Event.query");
            }

            /// <summary>Waits until all work before the event is done.</summary>
            public void synchronize()
            {
                ObjectDisposedException.ThrowIf(disposed, this);
                if (handle != 0)
                {
                    code.WaitFor(handle, index, "Event.synchronize");
                }
            }

            /// <summary>The milliseconds from this event to another; both were recorded, reached and made with timing.</summary>
            /// <param name="end_event">The later one.</param>
            /// <exception cref="InvalidOperationException">One of them was not recorded, or was made without timing.</exception>
            /// <exception cref="TorchNotImplementedException">libtorch is older than 2.4.</exception>
            public double elapsed_time(Event end_event)
            {
                ArgumentNullException.ThrowIfNull(end_event);
                if (!timing || !end_event.timing || handle == 0 || end_event.handle == 0)
                {
                    throw new InvalidOperationException("both events have to be made with enable_timing: true and recorded before their distance is asked");
                }

                return code.Milliseconds(handle, end_event.handle, index, "Event.elapsed_time");
            }

            /// <summary>Frees the event; work that waits for it is not held up.</summary>
            public void Dispose()
            {
                disposed = true;
                Release();
                GC.SuppressFinalize(this);
            }

            private void Release()
            {
                nint owned = Interlocked.Exchange(ref handle, 0);
                if (owned != 0)
                {
                    code.Destroy(owned, index);
                }
            }
        }
    }
}
