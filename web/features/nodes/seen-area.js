/** An area that sends a `seen` event when it comes into view (true) or leaves it (false). */
class SeenArea extends HTMLElement {
  #observer = new IntersectionObserver((entries) => this.#tell(entries.at(-1)?.isIntersecting ?? false));

  connectedCallback() {
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    this.#tell(false);
  }

  /** @param {boolean} detail */
  #tell(detail) {
    this.dispatchEvent(new CustomEvent('seen', { detail }));
  }
}

customElements.define('seen-area', SeenArea);
